import type { ValueKind } from './config-file.ts';

/** Where a setting may be found besides its flag. */
export interface Place {
  readonly variable: string;
  /** Key in the config file. */
  readonly key?: string;
  /** What the key may hold; a text when absent. */
  readonly kind?: ValueKind;
  /** A secret may also be in the file that the variable's name with `_FILE` names, and is never shown. */
  readonly secret?: true;
  /** Its value where nobody set it. */
  readonly usual?: string;
}
