import type { SqlRow, SqlValue } from '../connection.ts';
import { columnName } from './column-name.ts';

type FieldOf<Row> = keyof Row & string;

/** The conditions that the rows of an answer meet, all of them. A value that is undefined asks for nothing. */
export class Conditions<Row> {
  readonly #terms: string[] = [];
  readonly #values: SqlValue[] = [];

  /** The terms joined by AND, each with AND in front. */
  get sql(): string {
    return this.#terms.map((term) => ` AND ${term}`).join('');
  }

  get values(): SqlRow {
    return this.#values;
  }

  add(term: string, values: SqlRow): this {
    this.#terms.push(term);
    this.#values.push(...values);
    return this;
  }

  equal(field: FieldOf<Row>, value: SqlValue | undefined): this {
    return value === undefined ? this : this.add(`${columnName(field)} = ?`, [value]);
  }

  among(field: FieldOf<Row>, values: readonly string[] | undefined): this {
    if (values === undefined) return this;
    return this.add(`${columnName(field)} IN (SELECT value FROM json_each(?))`, [JSON.stringify(values)]);
  }

  /** `from` ≤ field < `to`. */
  within(field: FieldOf<Row>, from: number | undefined, to: number | undefined): this {
    if (from !== undefined) this.add(`${columnName(field)} >= ?`, [from]);
    if (to !== undefined) this.add(`${columnName(field)} < ?`, [to]);
    return this;
  }

  /** As known when the log was `size` facts long; as known now when it is undefined. */
  known(size: number | undefined): this {
    if (size === undefined) return this.add('known_to IS NULL', []);
    return this.add('known_from < ? AND (known_to IS NULL OR known_to >= ?)', [size, size]);
  }
}
