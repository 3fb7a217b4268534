import { extname } from 'node:path';
import { LedgerError } from '../../../domain/errors.ts';
import {
  formatsOf,
  type PictureFormat,
  type PictureType,
  pictureFormats,
  pictureTypes,
} from '../../../renderers/pictures/picture.ts';
import { wordOf } from '../options/words.ts';

/** What else pictures and their languages are called. */
const otherNames: Readonly<Record<string, string>> = {
  'dependency-graph': 'dependencies',
  graphviz: 'dot',
  text: 'ascii',
};

const formatByExtension: Readonly<Record<string, PictureFormat>> = {
  '.svg': 'svg',
  '.txt': 'ascii',
  '.json': 'd3',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
  '.gp': 'gnuplot',
  '.gnuplot': 'gnuplot',
};

/** @throws LedgerError `invalid` when no type was typed, or an unknown one. */
export function pictureType(typed: string | undefined): PictureType {
  if (typed !== undefined) return wordOf('--type', known(typed), pictureTypes);
  throw new LedgerError('invalid', 'visualize needs --type', { hint: `one of: ${pictureTypes.join(', ')}` });
}

/**
 * The language that was typed, else that of the file's name, else ascii.
 * @throws LedgerError `invalid` for an unknown one, and one in which this type cannot be written, naming those in which it can.
 */
export function pictureFormat(type: PictureType, typed: string | undefined, path: string | undefined): PictureFormat {
  const format = typed === undefined ? formatOfFile(path) : wordOf('--format', known(typed), pictureFormats);
  const formats = formatsOf(type);
  if (formats.includes(format)) return format;
  throw new LedgerError('invalid', `there is no ${format} picture of type ${type}`, {
    field: 'format',
    hint: `formats of ${type}: ${formats.join(', ')}`,
  });
}

function formatOfFile(path: string | undefined): PictureFormat {
  return formatByExtension[extname(path ?? '').toLowerCase()] ?? 'ascii';
}

function known(typed: string): string {
  return otherNames[typed.trim().toLowerCase().replaceAll('_', '-')] ?? typed;
}
