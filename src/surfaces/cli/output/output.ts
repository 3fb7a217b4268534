import type { Column } from '../../../renderers/column.ts';
import type { Format, RecordOptions } from '../../../renderers/format.ts';
import { paint } from '../../../renderers/terminal/tone.ts';
import type { Channel } from '../host.ts';
import type { Setting } from '../settings.ts';
import { parseFormat } from './parse-format.ts';

export interface OutputOptions {
  readonly stdout: Channel;
  readonly stderr: Channel;
  readonly format: Setting;
  readonly quiet: boolean;
}

export interface RowsOptions<Row> {
  readonly columns: readonly Column<Row>[];
  /** What `-f name` prints; the first column when absent. */
  readonly name?: (row: Row) => string;
  /** Said to people instead of an empty table. */
  readonly empty: string;
}

/** Data goes to standard output in the format that was asked for, all else to standard error. */
export class Output {
  /** The language of data: what was asked for, else a table on a terminal and JSON in a pipe. */
  readonly format: Format;
  /** Whether this command line itself asked for the format. */
  readonly askedForFormat: boolean;
  /** Whether nothing but data and errors is wanted. */
  readonly quiet: boolean;
  readonly stderr: Channel;
  readonly #stdout: Channel;

  constructor({ stdout, stderr, format, quiet }: OutputOptions) {
    const usual = stdout.isTerminal ? 'table' : 'json';
    this.format = format.value === undefined ? usual : parseFormat(format.value, format.place);
    this.askedForFormat = format.layer === 'flag';
    this.stderr = stderr;
    this.#stdout = stdout;
    this.quiet = quiet;
  }

  /** Whether a person reads it, rather than another program. */
  get isForPeople(): boolean {
    return this.format === 'table' || this.format === 'wide';
  }

  async rows<Row>(rows: Iterable<Row> | AsyncIterable<Row>, { columns, name, empty }: RowsOptions<Row>): Promise<void> {
    const { renderStream } = await import('../../../renderers/render-rows.ts');
    const { format } = this;
    const { width, color } = this.#stdout;
    let written = false;
    for await (const text of renderStream(rows, { format, columns, name, width, color })) {
      written = true;
      await this.data(text);
    }
    if (!written) await this.note(empty);
  }

  async record(record: object, options: Pick<RecordOptions, 'name' | 'style'>): Promise<void> {
    const { renderRecord } = await import('../../../renderers/render-record.ts');
    const { format } = this;
    const { width, color } = this.#stdout;
    await this.data(await renderRecord(record, { ...options, format, width, color }));
  }

  /** Data, as it is. */
  async data(text: string): Promise<void> {
    await this.#stdout.write(text);
  }

  /** The sentence in which a command says what it did; nothing when quiet. */
  async say(sentence: string): Promise<void> {
    if (!this.quiet) await this.data(`${sentence}\n`);
  }

  /** Something beside the data, for people; nothing when quiet. */
  async note(text: string): Promise<void> {
    if (!this.quiet) await this.stderr.write(`${text}\n`);
  }

  async warn(text: string): Promise<void> {
    await this.note(`${paint('warning:', 'warn', this.stderr.color)} ${text}`);
  }
}
