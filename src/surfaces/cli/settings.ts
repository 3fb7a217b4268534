/** Where a value was found, the strongest first. */
export type Layer = 'flag' | 'environment' | 'file' | 'default';

export interface Setting {
  /** Absent when nobody set it and there is no default. */
  readonly value: string | undefined;
  readonly layer: Layer;
  /** The flag, the variable or the file that holds it; empty for a default. */
  readonly place: string;
  /** Its value is never shown. */
  readonly secret?: true;
}

/** What the flags of one command line say. */
export interface GivenSettings {
  readonly database?: string | undefined;
  readonly config?: string | undefined;
  readonly format?: string | undefined;
}

/** Every setting with its origin. Paths are absolute. */
export interface Settings {
  readonly database: Setting & { readonly value: string };
  readonly config: Setting & { readonly value: string };
  readonly format: Setting;
  readonly keyDir: Setting & { readonly value: string };
  readonly apiKey: Setting;
  /** Where facts wait that could not be recorded. */
  readonly spoolDir: string;
  /** What the person should know about where the settings came from. */
  readonly warnings: readonly string[];
}
