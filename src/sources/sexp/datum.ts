/** A value of the Scheme reader, as far as data goes. A quote is dropped: `'rolling` is the symbol. */
export type Datum = Word | List;

export interface Word {
  readonly kind: 'string' | 'symbol' | 'keyword' | 'number' | 'boolean';
  /** What it says, without quotes and prefixes; a number as it was written, a boolean as `true` or `false`. */
  readonly text: string;
}

/** A list; `tail` is what follows the dot of one that is not proper, as in `(service . "api")`. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Datum[];
  readonly tail?: Word;
}
