import type { IncidentRow, RollbackRow } from '../../projections/rows.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { partitionPoint } from '../partition-point.ts';
import { type Period, periodsOf } from '../periods.ts';
import type { Span } from '../span.ts';
import { type Failure, findBlamed } from './blamed-places.ts';
import { type Columns, isDeployedCode, statesThat } from './columns/columns.ts';
import { PlaceFinder, type RecordedPlace } from './columns/find-place.ts';
import { Growing } from './columns/growing.ts';
import type { Frame } from './frame.ts';
import { GroupNames } from './group-names.ts';
import { layRuns } from './lay-runs.ts';
import { placeIncidents } from './place-incidents.ts';
import type { IncidentRule } from './profile.ts';
import { Runs } from './runs.ts';
import { Tally } from './tally.ts';
import { type Dimension, isPeriodUnit, Traits } from './traits.ts';

/** What the metrics of a window are computed from, whatever the profile. */
export interface MetricEvidence {
  /** Those of the window and possibly others. */
  readonly columns: Columns;
  /** Deployments that an incident is attributed to or that are remedied, with what became of them. */
  readonly failures: readonly (Failure & { readonly deployment: RecordedPlace })[];
  /** Those of the scope, with the deployment that each is attributed to as `causedBy`. */
  readonly incidents: readonly IncidentRow[];
  /** The deployments that incidents are attributed to, by id. */
  readonly blamed: ReadonlyMap<string, RecordedPlace>;
  readonly rollbacks: readonly RollbackRow[];
  /** See Frame. */
  readonly laterSuccessMs: ReadonlyMap<string, number>;
  /** The team that owns a service. */
  readonly teams: ReadonlyMap<string, string>;
}

export interface FrameRequest {
  readonly window: Span;
  readonly dimensions: readonly Dimension[];
  readonly calendar: LocalCalendar;
  readonly service?: string | undefined;
  readonly environments: readonly string[];
  /** To which deployment an incident belongs. */
  readonly incidents: IncidentRule;
  readonly countsRollbacks: boolean;
  /** Why a deployment of this status (by code) and these flags does not count: undefined when it does. */
  reasonAgainst(status: number, flags: number): string | undefined;
}

export interface FrameAnswer {
  readonly frame: Frame;
  readonly names: GroupNames;
  /** The groups in the order of their names. */
  readonly order: Uint32Array;
  /** How many deployments counted, and how many did not, by reason. */
  readonly counted: number;
  readonly excluded: Readonly<Record<string, number>>;
}

/**
 * Puts the deployments of a window into groups. Without a dimension there is one group. Each period of the window is there, with each
 * combination of the other names that occurs at all among those that count, so that a week of silence is seen.
 * @throws LedgerError `invalid` when there are too many periods.
 */
export function buildFrame(evidence: MetricEvidence, request: FrameRequest): FrameAnswer {
  const { columns, laterSuccessMs } = evidence;
  const { window, dimensions, calendar, reasonAgainst, incidents: rule } = request;
  const isInScope = scopeOf(request);
  const lanes = columns.lanes.filter(isInScope);
  const periods = periodsOf(window, dimensions.filter(isPeriodUnit), calendar);
  const traits = new Traits(dimensions, columns, evidence.teams);
  const met = layRuns(columns, lanes, periods, traits);
  const untold = traits.isByPlace ? 'nobody says of which type or region an incident is' : undefined;
  const aside = untold === undefined ? placesAside(evidence, request).map((place) => traits.codeIn(place)) : [];
  const groups = traits.all.length * periods.length;
  const runs = new Runs(groups, met);
  const tally = new Tally(columns, runs, groups);
  const counting = statesThat(columns, ({ status, flags }) => reasonAgainst(status, flags) === undefined);
  const deployed = statesThat(columns, ({ status }) => isDeployedCode[status] === true);
  const finder = new PlaceFinder(columns);
  const failures = evidence.failures.filter(({ deployment }) => isInScope(deployment));
  const groupOf = groupFinder(window, periods, traits);
  const frame: Frame = {
    ...{ columns, calendar, groups, periods, runs, counting, tally, untold, laterSuccessMs },
    blamed: findBlamed(columns, deployed, failures, finder),
    incidents: placeIncidents(evidence, evidence.incidents.filter(isInScope), { finder, rule, counting, groupOf }),
    rollbacks: evidence.rollbacks.filter(isInScope).flatMap(({ id, service, environment, atMs }) => {
      const group = groupOf(service, environment, atMs);
      return group === undefined ? [] : [{ id, group }];
    }),
    room: new Growing((length) => new Float64Array(length)),
  };
  const names = new GroupNames(dimensions, traits.all, periods);
  return {
    frame,
    names,
    order: names.inOrder(Uint32Array.from(groupsThatOccur(frame, new Set(aside)))),
    ...count(frame, reasonAgainst),
  };
}

type Place = Pick<RecordedPlace, 'service' | 'environment'>;

function scopeOf({ service, environments }: FrameRequest): (place: Place) => boolean {
  return (place) => environments.includes(place.environment) && (service === undefined || place.service === service);
}

/** Where incidents and rollbacks that count happened in the window, whether or not something was deployed there. */
function placesAside({ incidents, rollbacks }: MetricEvidence, request: FrameRequest): Place[] {
  const { window, incidents: rule, countsRollbacks } = request;
  const opened = incidents.map(({ service, environment, openedMs }) => ({ service, environment, atMs: openedMs }));
  const counted = [...(rule === 'attributed' || rule === 'none' ? [] : opened), ...(countsRollbacks ? rollbacks : [])];
  return counted.filter(({ atMs }) => atMs >= window.fromMs && atMs < window.toMs).filter(scopeOf(request));
}

/** The group of what happened in an environment of a service at a moment; undefined where there is none. */
function groupFinder({ fromMs, toMs }: Span, periods: readonly Period[], traits: Traits) {
  return (service: string, environment: string, ms: number): number | undefined => {
    const code = ms < fromMs || ms >= toMs ? undefined : traits.find({ service, environment });
    if (code === undefined) return undefined;
    return code * periods.length + partitionPoint(periods, (period) => period.fromMs <= ms) - 1;
  };
}

/** All periods of each combination of names of which something counts. */
function groupsThatOccur({ groups, periods, tally, counting }: Frame, aside: ReadonlySet<number>): number[] {
  const occurring: number[] = [];
  for (let code = 0, first = 0; first < groups; code++, first += periods.length) {
    const own = Array.from(periods, (_, period) => first + period);
    const isOnly = groups === periods.length;
    if (isOnly || aside.has(code) || own.some((group) => tally.of(group, counting) > 0)) occurring.push(...own);
  }
  return occurring;
}

function count(
  { columns, tally }: Frame,
  reasonAgainst: FrameRequest['reasonAgainst'],
): Pick<FrameAnswer, 'counted' | 'excluded'> {
  const excluded: Record<string, number> = {};
  let counted = 0;
  for (const [code, { status, flags }] of columns.states.entries()) {
    const [reason, deployments] = [reasonAgainst(status, flags), tally.inAll(code)];
    if (reason === undefined) counted += deployments;
    else if (deployments > 0) excluded[reason] = (excluded[reason] ?? 0) + deployments;
  }
  return { counted, excluded };
}
