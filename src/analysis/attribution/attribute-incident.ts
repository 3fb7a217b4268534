import { noDeployment } from '../../domain/facts/other.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import type { AttributionRule } from './attribution-rule.ts';
import { byFinish, type Candidates } from './candidates.ts';
import { type Confidence, confidenceIn } from './confidence.ts';

/** To which deployment an incident belongs, and how we come to say so. */
export interface Attribution {
  /** Null while it is pending, and when a person decided that no deployment caused it. */
  readonly deployment: string | null;
  /** Whether a person named it or it was derived; null while it is pending. */
  readonly by: 'named' | 'derived' | null;
  /** `confirmed` is a person's word, everything else an estimate; null while it is pending. */
  readonly confidence: 'confirmed' | Confidence | null;
  readonly reason: string;
}

export type Attributable = Pick<IncidentRow, 'service' | 'environment' | 'openedMs' | 'causedBy'>;

/**
 * Attributes an incident: to the deployment that a person named, else to the latest one of its service and environment that the rule
 * lets in, else to the latest one of the services that it depends on. Nothing that is derived here is ever recorded as a fact.
 * @param dependencies the services that its service depended on when it opened
 */
export function attributeIncident(
  incident: Attributable,
  dependencies: readonly string[],
  candidates: Candidates,
  rule: AttributionRule,
): Attribution {
  if (incident.causedBy !== null) return decided(incident.causedBy);
  const { service, environment, openedMs } = incident;
  const others = rule.takesDependencies ? dependencies.filter((name) => name !== service) : [];
  const blamed =
    candidates.latestBefore(incident, openedMs, rule) ??
    others
      .flatMap((name) => candidates.latestBefore({ service: name, environment }, openedMs, rule) ?? [])
      .toSorted(byFinish)
      .at(-1);
  if (blamed === undefined) return pending(service, others.length > 0, rule);
  return { deployment: blamed.id, by: 'derived', ...confidenceIn(blamed, { incident, others, candidates, rule }) };
}

function decided(causedBy: string): Attribution {
  if (causedBy === noDeployment) {
    return {
      deployment: null,
      by: 'named',
      confidence: 'confirmed',
      reason: 'a person decided that no deployment caused it',
    };
  }
  return { deployment: causedBy, by: 'named', confidence: 'confirmed', reason: 'a person named it' };
}

function pending(service: string, hasOthers: boolean, { spanMs }: AttributionRule): Attribution {
  const whose = hasOthers ? `${service}, nor of a service that it depends on,` : service;
  const when = spanMs === null ? 'before it opened' : `in the ${spanMs / 3_600_000} h before it opened`;
  return { deployment: null, by: null, confidence: null, reason: `no deployment of ${whose} finished ${when}` };
}
