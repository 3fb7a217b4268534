import type { Tone } from '../../../renderers/terminal/tone.ts';

const length = 10;
const fine = 80;
const poor = 60;

/** A score from 0 to 100 as a bar; null without one. */
export function scoreBar(score: number | null): string | null {
  if (score === null) return null;
  const full = Math.round((score / 100) * length);
  return '█'.repeat(full) + '░'.repeat(length - full);
}

export function scoreTone(score: number | null): Tone | undefined {
  if (score === null) return 'dim';
  return score >= fine ? 'ok' : score >= poor ? 'warn' : 'bad';
}
