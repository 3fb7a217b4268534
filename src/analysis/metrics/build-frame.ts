import type { IncidentRow, RollbackRow } from '../../projections/rows.ts';
import { compareCodePoints } from '../code-point-order.ts';
import type { FailedChange } from '../failed-changes.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { type Period, type PeriodUnit, periodsOf } from '../periods.ts';
import type { Span } from '../span.ts';
import type { Columns, LaneColumns } from './columns/columns.ts';
import { firstAt, laneNamed, placeOfFact, type RecordedPlace } from './columns/find-place.ts';
import { Growing } from './columns/growing.ts';
import { Names } from './columns/names.ts';
import type { Frame, GroupSpan } from './frame.ts';
import type { IncidentRule } from './profile.ts';

export type Dimension = 'service' | 'team' | 'type' | 'environment' | 'region' | PeriodUnit;

/** What the metrics of a window are computed from, whatever the profile. */
export interface MetricEvidence {
  /** Those of the window and possibly others. */
  readonly columns: Columns;
  /** Deployments that an incident is attributed to or that are remedied, with what became of them. */
  readonly failures: readonly FailedChange[];
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

type Lane = Pick<LaneColumns, 'service' | 'environment'>;

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
  /** How many deployments did not count, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  /** The groups in the order of their names. */
  readonly order: readonly number[];
}

/**
 * Puts the deployments of a window that count into groups. Without a dimension there is one group. Each period of the window is there,
 * with each combination of the other names that occurs in it at all, so that a week of silence is seen.
 * @throws LedgerError `invalid` when there are too many periods.
 */
export function buildFrame(evidence: MetricEvidence, request: FrameRequest): FrameAnswer {
  const { columns, teams } = evidence;
  const { window, dimensions, calendar } = request;
  const periods = periodsOf(window, dimensions.filter(isPeriodUnit), calendar);
  const traits = new Traits(dimensions, columns, teams);
  const counted = new Growing((length) => new Uint32Array(length));
  const groups = new Growing((length) => new Uint32Array(length));
  const excluded: Record<string, number> = {};
  const reasons = memoize(request.reasonAgainst);
  for (const lane of lanesOf(columns, request)) {
    let period = 0;
    const to = firstAt(columns, lane, window.toMs);
    for (let place = firstAt(columns, lane, window.fromMs); place < to; place++) {
      const reason = reasons(columns.status[place] ?? 0, columns.flags[place] ?? 0);
      if (reason !== undefined) {
        excluded[reason] = (excluded[reason] ?? 0) + 1;
        continue;
      }
      while ((columns.atMs[place] ?? 0) >= (periods[period]?.toMs ?? Number.POSITIVE_INFINITY)) period++;
      counted.push(place);
      groups.push(traits.codeOf(lane, place) * periods.length + period);
    }
  }
  const untold = dimensions.some(isOfDeploymentsOnly)
    ? 'nobody says of which type or region an incident is'
    : undefined;
  if (untold === undefined) for (const lane of lanesAside(evidence, request)) traits.codeOf(lane, 0);
  const spans = spansOf(traits.all, periods, dimensions);
  const groupOf = groupFinder(evidence, request, spans);
  const frame: Frame = {
    columns,
    calendar,
    groups: spans,
    places: counted.column(),
    groupOf: groups.column(),
    failures: failuresByPlace(evidence),
    incidents: placedIncidents(evidence, request, groupOf),
    rollbacks: evidence.rollbacks.flatMap(({ id, service, environment, atMs }) => {
      const group = groupOf(service, environment, atMs);
      return group === undefined ? [] : { id, group };
    }),
    untold,
    laterSuccessMs: evidence.laterSuccessMs,
  };
  return { frame, excluded, order: orderOf(spans, dimensions) };
}

export function isPeriodUnit(dimension: Dimension): dimension is PeriodUnit {
  return dimension === 'day' || dimension === 'week' || dimension === 'month';
}

/** Whether only a deployment has a name in it, and incidents and rollbacks have none. */
function isOfDeploymentsOnly(dimension: Dimension): boolean {
  return dimension === 'type' || dimension === 'region';
}

function lanesOf({ lanes }: Columns, { service, environments }: FrameRequest): LaneColumns[] {
  return lanes.filter(
    (lane) => (service === undefined || lane.service === service) && environments.includes(lane.environment),
  );
}

/** Where incidents and rollbacks that count happened in the window, whether or not something was deployed there. */
function lanesAside({ incidents, rollbacks }: MetricEvidence, request: FrameRequest): Lane[] {
  const { window, incidents: rule, countsRollbacks } = request;
  const opened = incidents.map(({ openedMs, ...incident }) => ({ ...incident, atMs: openedMs }));
  const counted = [...(rule === 'attributed' || rule === 'none' ? [] : opened), ...(countsRollbacks ? rollbacks : [])];
  return counted.filter(
    ({ service, environment, atMs }) =>
      isInScope(request, service, environment) && atMs >= window.fromMs && atMs < window.toMs,
  );
}

/** A reason depends on 8 × 128 combinations only. */
function memoize(reasonAgainst: FrameRequest['reasonAgainst']): FrameRequest['reasonAgainst'] {
  const known: (string | undefined | null)[] = new Array(8 * 128).fill(null);
  return (status, flags) => {
    const key = status * 128 + flags;
    const reason = known[key];
    if (reason !== null) return reason;
    known[key] = reasonAgainst(status, flags);
    return known[key] ?? undefined;
  };
}

/** The combinations of names that occur, periods aside, numbered as they are met. */
class Traits {
  readonly #names = new Names();
  readonly #dimensions: readonly Dimension[];
  readonly #columns: Columns;
  readonly #teams: ReadonlyMap<string, string>;
  readonly #isByPlace: boolean;
  #lane: Lane | undefined;
  #codes = new Map<number, number>();

  constructor(dimensions: readonly Dimension[], columns: Columns, teams: ReadonlyMap<string, string>) {
    this.#dimensions = dimensions.filter((dimension) => !isPeriodUnit(dimension));
    this.#columns = columns;
    this.#teams = teams;
    this.#isByPlace = this.#dimensions.some(isOfDeploymentsOnly);
    if (this.#dimensions.length === 0) this.#names.codeOf('');
  }

  /** The names of each combination, in the order of the dimensions. */
  get all(): string[][] {
    // Names hold no control character, so nothing can be taken for the join.
    return this.#names.all.map((joined) => (this.#dimensions.length === 0 ? [] : joined.split('\u0000')));
  }

  codeOf(lane: Lane, place: number): number {
    if (lane !== this.#lane) {
      this.#lane = lane;
      this.#codes = new Map();
    }
    const { strategy, region } = this.#columns;
    const key = this.#isByPlace ? (strategy[place] ?? 0) * 65_536 + (region[place] ?? 0) : 0;
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#names.codeOf(
        this.#dimensions.map((dimension) => this.#nameIn(dimension, lane, place)).join('\u0000'),
      );
      this.#codes.set(key, code);
    }
    return code;
  }

  #nameIn(dimension: Dimension, lane: Lane, place: number): string {
    const { strategies, strategy, regions, region } = this.#columns;
    switch (dimension) {
      case 'service':
        return lane.service;
      case 'environment':
        return lane.environment;
      case 'team':
        return this.#teams.get(lane.service) ?? '';
      case 'type':
        return strategies[strategy[place] ?? 0] ?? '';
      case 'region':
        return regions[region[place] ?? 0] ?? '';
      default:
        return '';
    }
  }
}

function spansOf(
  traits: readonly (readonly string[])[],
  periods: readonly Period[],
  dimensions: readonly Dimension[],
): GroupSpan[] {
  return traits.flatMap((names) =>
    periods.map((period) => {
      const rest = [...names];
      const by = dimensions.map((dimension) => [
        dimension,
        isPeriodUnit(dimension) ? (period.names[dimension] ?? '') : (rest.shift() ?? ''),
      ]);
      return { by: Object.fromEntries(by) as Record<string, string>, fromMs: period.fromMs, toMs: period.toMs };
    }),
  );
}

function orderOf(spans: readonly GroupSpan[], dimensions: readonly Dimension[]): number[] {
  const compare = (a: number, b: number) => {
    for (const dimension of dimensions) {
      const order = compareCodePoints(spans[a]?.by[dimension] ?? '', spans[b]?.by[dimension] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  };
  return spans.map((_, group) => group).sort(compare);
}

function failuresByPlace({ columns, failures }: MetricEvidence): Frame['failures'] {
  const byPlace = new Map<number, FailedChange>();
  for (const failure of failures) {
    const { service, environment, index, atMs } = failure.deployment;
    const place = placeOfFact(columns, { service, environment, index, atMs });
    if (place !== undefined) byPlace.set(place, failure);
  }
  return byPlace;
}

/** The group of what happened in an environment of a service at a moment; undefined where there is none. */
function groupFinder({ teams }: MetricEvidence, request: FrameRequest, spans: readonly GroupSpan[]) {
  const { window, dimensions } = request;
  const named = dimensions.filter((dimension) => !isPeriodUnit(dimension));
  return (service: string, environment: string, ms: number): number | undefined => {
    if (!isInScope(request, service, environment) || ms < window.fromMs || ms >= window.toMs) return undefined;
    const names: Readonly<Record<string, string>> = { service, environment, team: teams.get(service) ?? '' };
    const group = spans.findIndex(
      ({ by, fromMs, toMs }) => ms >= fromMs && ms < toMs && named.every((name) => by[name] === names[name]),
    );
    return group < 0 ? undefined : group;
  };
}

function isInScope(request: FrameRequest, service: string, environment: string): boolean {
  return request.environments.includes(environment) && (request.service === undefined || request.service === service);
}

/** Incidents of the scope, each with the deployment that it belongs to by the profile's rule. */
function placedIncidents(
  evidence: MetricEvidence,
  request: FrameRequest,
  groupOf: ReturnType<typeof groupFinder>,
): Frame['incidents'] {
  return evidence.incidents
    .filter(({ service, environment }) => isInScope(request, service, environment))
    .map((incident) => ({
      ...incident,
      group: groupOf(incident.service, incident.environment, incident.openedMs),
      place: placeOfCause(evidence, request, incident),
    }));
}

function placeOfCause(
  { columns, blamed }: MetricEvidence,
  { incidents: rule, reasonAgainst }: FrameRequest,
  incident: IncidentRow,
): number | undefined {
  if (rule === 'none' || rule === 'unattributed') return undefined;
  if (rule === 'attributed') {
    const cause = blamed.get(incident.causedBy ?? '');
    return cause && placeOfFact(columns, cause);
  }
  const lane = laneNamed(columns, incident);
  if (lane === undefined) return undefined;
  let place = firstAt(columns, lane, incident.openedMs + (rule === 'latest-until' ? 1 : 0)) - 1;
  while (place >= lane.from && reasonAgainst(columns.status[place] ?? 0, columns.flags[place] ?? 0) !== undefined)
    place--;
  return place < lane.from ? undefined : place;
}
