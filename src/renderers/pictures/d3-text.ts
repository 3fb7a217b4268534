import { escapeInvisible } from '../languages/escape-invisible.ts';

/** Writes the data of a picture as JSON that shows whatever it holds. */
export function d3Text(data: object): string {
  return `${escapeInvisible(JSON.stringify(data, null, 2))}\n`;
}
