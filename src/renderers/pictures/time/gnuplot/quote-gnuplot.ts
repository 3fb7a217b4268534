import { printable } from '../../../terminal/printable.ts';

/**
 * Writes text of any origin as a gnuplot string. Between single quotes gnuplot looks for nothing but the other quote: no commands
 * in backticks, which it would run in a shell, no macros, no escapes. Control characters, line breaks above all, become pictures.
 * A quote stands in a string of its own, since gnuplot takes a doubled one for a quote only behind another character.
 */
export function quoteGnuplot(text: string): string {
  return `'${printable(text).replaceAll("'", `' . "'" . '`)}'`;
}

/** The same for a tic label, in which `%` begins a number format. */
export function quoteTic(text: string): string {
  return quoteGnuplot(text.replaceAll('%', '%%'));
}

/** Lines that gnuplot does not read; a backslash at the end would have it take the next line for a part of them. */
export function gnuplotComment(text: string): string {
  return `# ${printable(text).replaceAll(/[\\`]/g, '�')}`;
}
