import type { WebhookSettings } from '../../app/deliveries/webhooks.ts';

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

/** Settings of the server. */
export interface ServerSettings {
  readonly port: Setting;
  /** The address at which it listens. */
  readonly host: Setting;
  /** More names under which it may be called, joined by commas. */
  readonly hosts: Setting;
  /** Files with its certificate and the key of that. */
  readonly tlsCert: Setting;
  readonly tlsKey: Setting;
  /** Whether the log and the metrics are readable without a token: `true` or `false`. */
  readonly publicLog: Setting;
  readonly publicMetrics: Setting;
  /** Series that a metric has at most. */
  readonly maxSeries: Setting;
  /** Whether there are the metrics of the original talk's program as well: `true` or `false`. */
  readonly compatMetrics: Setting;
  /** Requests a second for each token and each address, or `off`. */
  readonly rateLimit: Setting;
  /** Which runs of a CI system get a token, as JSON. */
  readonly ci: Setting;
}

/** Who is told what happens. */
export interface NotifySettings {
  /** An address, or receivers as JSON. */
  readonly webhook: Setting;
  /** With which what is sent is signed. */
  readonly webhookSecret: Setting;
  /** `cloudevents` or `cdevents`. */
  readonly webhookFormat: Setting;
  /** Whether receivers are told what is sealed, such as names of persons: `true` or `false`. */
  readonly webhookOpened: Setting;
  /** Whether receivers may have addresses that are not of the public internet: `true` or `false`. */
  readonly webhookAllowPrivate: Setting;
}

/** Every setting with its origin. Paths are absolute. */
export interface Settings {
  readonly database: Setting & { readonly value: string };
  readonly config: Setting & { readonly value: string };
  readonly format: Setting;
  readonly keyDir: Setting & { readonly value: string };
  readonly apiKey: Setting;
  readonly server: ServerSettings;
  readonly notify: NotifySettings;
  /** What is set of the sources of webhooks; looked up when it is needed. @throws LedgerError `invalid`. */
  webhooks(): Promise<WebhookSettings>;
  /** Where facts wait that could not be recorded. */
  readonly spoolDir: string;
  /** What the person should know about where the settings came from. */
  readonly warnings: readonly string[];
}

/** Whether a database is the address of a server. */
export function isServer(database: string): boolean {
  return /^https?:\/\//i.test(database);
}
