import type { AttributionRule } from './attribution-rule.ts';
import type { Candidate, Candidates, Place } from './candidates.ts';

const levels = ['low', 'medium', 'high'] as const;
/** How sure an attribution is that nobody confirmed. */
export type Confidence = (typeof levels)[number];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** What a change breaks is mostly seen at once. */
const nearMs = hourMs;
const sameShiftMs = 6 * hourMs;

interface Circumstances {
  readonly incident: Place & { readonly openedMs: number };
  /** Services that the incident's service depends on, as far as their deployments come into question. */
  readonly others: readonly string[];
  readonly candidates: Candidates;
  readonly rule: AttributionRule;
}

/**
 * States how sure it is that a deployment caused an incident (version 1 of the estimate): `high` when it finished within an hour before
 * it, `medium` within six, `low` otherwise; one level less when it is of a service that the incident's service depends on, when
 * others compete with it (they finished no earlier than it, or within the last hour), and when it was taken back before the incident opened.
 */
export function confidenceIn(
  blamed: Candidate,
  circumstances: Circumstances,
): { readonly confidence: Confidence; readonly reason: string } {
  const { service, openedMs } = circumstances.incident;
  const elapsedMs = openedMs - blamed.finishedMs;
  const competing = countCompeting(elapsedMs, circumstances);
  const ofDependency = blamed.service !== service;
  const takenBack = [blamed.rolledBackMs, blamed.undoneMs].some((ms) => ms !== null && ms <= openedMs);
  const near = elapsedMs <= nearMs ? 2 : elapsedMs <= sameShiftMs ? 1 : 0;
  const level = near - Number(ofDependency) - Number(competing > 0) - Number(takenBack);
  const whose = ofDependency ? `${blamed.service}, which ${service} depends on` : service;
  const reasons = [
    `the latest deployment of ${whose}, finished ${spanText(elapsedMs)} before it opened`,
    ...(competing > 0 ? [`${competing} ${competing === 1 ? 'other competes' : 'others compete'}`] : []),
    ...(takenBack ? ['it had been taken back by then'] : []),
  ];
  return { confidence: levels[Math.max(0, level)] ?? 'low', reason: reasons.join('; ') };
}

function countCompeting(elapsedMs: number, { incident, others, candidates, rule }: Circumstances): number {
  const { service, environment, openedMs } = incident;
  const fromMs = openedMs - Math.max(nearMs, elapsedMs);
  const counts = [service, ...others].map((name) =>
    candidates.countBetween({ service: name, environment }, fromMs, openedMs, rule),
  );
  return counts.reduce((sum, count) => sum + count, 0) - 1;
}

function spanText(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  return minutes < 120 ? `${minutes} min` : `${Math.round(ms / hourMs)} h`;
}
