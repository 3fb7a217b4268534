import type { Column } from '../column.ts';
import { renderStream } from '../render-rows.ts';

/** The languages in which documents for people are written. */
export const documentLanguages = ['markdown', 'org'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** A part of a document. Texts are plain: each language escapes them. */
export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'text'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly write: (language: DocumentLanguage) => AsyncIterable<string> }
  /** Shown as it is, line by line. */
  | { readonly kind: 'verbatim'; readonly text: string };

export interface Document {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
export const text = (sentences: string): Block => ({ kind: 'text', text: sentences });
export const items = (list: readonly string[]): Block => ({ kind: 'items', items: list });
export const verbatim = (lines: string): Block => ({ kind: 'verbatim', text: lines });

/** Names with their values; those that nobody knows are left out. */
export function fields(pairs: readonly (readonly [name: string, value: string | null])[]): Block {
  return { kind: 'fields', fields: pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])) };
}

/** A table whose rows are written as they come. */
export function table<Row>(columns: readonly Column<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Block {
  return { kind: 'table', write: (format) => renderStream(rows, { format, columns }) };
}
