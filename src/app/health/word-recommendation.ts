import type { Change } from '../../analysis/change.ts';
import type { HealthEvidence } from '../../analysis/health/measure-parts.ts';
import type { HealthPart } from '../../analysis/health/score-health.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { formatDuration } from '../../renderers/times/format-span.ts';
import { adviseOnFailures } from './advise-on-failures.ts';

/** A part of a service's health that could be better, with the evidence behind it. */
export interface Weakness {
  readonly service: string;
  readonly part: HealthPart;
  readonly evidence: HealthEvidence;
}

/** Says what the numbers of one part are and what to do about them. */
export function wordRecommendation(weakness: Weakness): string {
  return wordings[weakness.part.name](weakness);
}

const wordings: { readonly [Name in HealthPart['name']]: (weakness: Weakness) => string } = {
  'change-fail-rate': ({ service, part: { numerator, denominator, ids }, evidence: { changes } }) => {
    const rolledBack = changes.filter(({ status }) => status === 'rolled-back').length;
    const how = rolledBack === 0 ? '' : rolledBack === numerator ? ', all rolled back' : `, ${rolledBack} rolled back`;
    const advice = adviseOnFailures(service, among(changes, ids), changes);
    return `${service}: ${numerator} of ${deployments(denominator)} failed in use${how}; ${advice}`;
  },
  'recovery-time': ({ service, part: { measured, denominator, ids }, evidence: { changes } }) => {
    const typical = formatDuration(measured ?? 0);
    const open = among(changes, ids).filter(({ recoveredMs }) => recoveredMs === null).length;
    const still = open === 0 ? '' : `, ${open} not over yet`;
    const whose =
      denominator === 1
        ? `harm of ${ids[0]} lasted ${typical}`
        : `harm of ${denominator} deployments lasted a median of ${typical}, longest that of ${ids[0]}`;
    return `${service}: the ${whose}${still}; roll back first and look for the cause afterwards`;
  },
  'success-rate': ({ service, part: { numerator, denominator }, evidence: { changes } }) => {
    const counts = (['failure', 'partial', 'rolled-back'] as const).map((status) => ({
      status,
      count: changes.filter((change) => change.status === status).length,
    }));
    const found = counts.filter(({ count }) => count > 0);
    const [worst] = found.toSorted((a, b) => b.count - a.count);
    const statuses = found.map(({ status, count }) => `${count} ${status}`).join(', ');
    const see = `deploy-ledger list-deployments -s ${shellWord(service)} --status ${worst?.status}`;
    return `${service}: ${denominator - numerator} of ${deployments(denominator)} did not end well (${statuses}); see ${see}`;
  },
  'open-incidents': ({
    service,
    part: {
      denominator,
      ids: [id = ''],
    },
    evidence: { openIncidents, atMs },
  }) => {
    const gravest = openIncidents.find((incident) => incident.id === id);
    const age = formatDuration(gravest === undefined ? 0 : (atMs - gravest.openedMs) / 1000);
    const how = denominator === 1 ? '1 incident is open' : `${denominator} incidents are open`;
    const record = `deploy-ledger resolve-incident ${shellWord(id)}`;
    return `${service}: ${how}, ${id} (${gravest?.severity}) for ${age}; end it, then say so with ${record}`;
  },
  'unclear-outcomes': ({ service, part: { numerator, denominator, ids }, evidence }) => {
    const disputed = evidence.deployments.filter((row) => row.disputed).length;
    const kinds = `${numerator - disputed} abandoned, ${disputed} with reports that contradict one another`;
    const advice = 'report every end, with deploy-ledger run or update-deployment';
    return `${service}: how ${numerator} of ${deployments(denominator)} ended is not clear (${kinds}), such as ${ids[0]}; ${advice}`;
  },
  staleness: ({ service, part: { measured } }) =>
    `${service}: last deployed ${Math.floor(measured ?? 0)} days ago; the longer the wait, the more the next deployment holds`,
};

function among(changes: readonly Change[], ids: readonly string[]): Change[] {
  const wanted = new Set(ids);
  return changes.filter(({ id }) => wanted.has(id));
}

function deployments(count: number): string {
  return count === 1 ? '1 deployment' : `${count} deployments`;
}
