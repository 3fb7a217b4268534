import type { Tone } from '../../../renderers/terminal/tone.ts';

const tones: Readonly<Record<string, Tone>> = {
  success: 'ok',
  ok: 'ok',
  failure: 'bad',
  incident: 'bad',
  fail: 'bad',
  critical: 'bad',
  open: 'bad',
  'rolled-back': 'warn',
  partial: 'warn',
  warn: 'warn',
  high: 'warn',
  abandoned: 'warn',
  cancelled: 'dim',
  unknown: 'dim',
};

/** The tone of a status, a health or a severity. */
export function toneOf(word: string): Tone | undefined {
  return Object.hasOwn(tones, word) ? tones[word] : undefined;
}

/** The same for fields of a record, most of which are no such word. */
export function fieldTone(field: string, text: string): Tone | undefined {
  return ['status', 'health', 'severity', 'state'].includes(field) ? toneOf(text) : undefined;
}
