import type { Severity } from '../../domain/vocabulary.ts';

const words: Readonly<Record<string, Severity>> = {
  p1: 'critical',
  sev1: 'critical',
  critical: 'critical',
  page: 'critical',
  fatal: 'critical',
  p2: 'high',
  sev2: 'high',
  high: 'high',
  error: 'high',
  major: 'high',
  p3: 'medium',
  sev3: 'medium',
  medium: 'medium',
  warning: 'medium',
  minor: 'medium',
  p4: 'low',
  p5: 'low',
  low: 'low',
  info: 'low',
  none: 'low',
};

/** How bad an incident is by the word of another tool; undefined for a word that says nothing of it. */
export function severityNamed(word: string | null | undefined): Severity | undefined {
  const spelled = (word ?? '').toLowerCase().replaceAll(/[\s_-]/g, '');
  return Object.hasOwn(words, spelled) ? words[spelled] : undefined;
}
