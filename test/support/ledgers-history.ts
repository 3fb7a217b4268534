import { instant } from '../../src/domain/instant.ts';
import { type Random, randomOf } from '../../src/sources/demo/random.ts';
import { noon } from './decisions.ts';

/** A claim and the claims, by their places in the history, that have to be recorded before it can be. */
export interface Told {
  readonly claim: Readonly<Record<string, unknown>>;
  readonly after: readonly number[];
}

const statuses = ['success', 'success', 'success', 'failure', 'partial', 'in-progress', 'pending', 'cancelled'] as const;
const hourMs = 3_600_000;

/**
 * Makes up what happened to two services in two environments: so few lanes, versions, regions and moments that things meet. The same
 * seed gives the same. Everything is claimed with its own id and time, so that it can be recorded in any order.
 */
export function madeUpHistory(seed: string, length: number): Told[] {
  const random = randomOf(seed);
  const told: Told[] = [];
  const deployments: { readonly id: string; readonly place: number; readonly service: string }[] = [];
  const incidents: { readonly id: string; readonly place: number }[] = [];
  for (let place = 0; place < length; place++) {
    const on = deployments.length === 0 ? undefined : random.pick([...deployments] as [(typeof deployments)[0]]);
    const during = incidents.length === 0 ? undefined : random.pick([...incidents] as [(typeof incidents)[0]]);
    const drawn = random.int(0, 99);
    const at = someTime(random, 0, 40);
    if (on === undefined || drawn < 45) {
      const claim = deployment(random, `d${place}`, random.chance(0.2) ? on?.id : undefined);
      deployments.push({ id: `d${place}`, place, service: claim.service });
      told.push({ claim, after: [] });
    } else if (drawn < 62) {
      const status = random.pick(statuses);
      told.push({ claim: { type: 'deployment-status', deployment: on.id, status, at }, after: [on.place] });
    } else if (drawn < 78) {
      told.push(rollback(random, `r${place}`, random.chance(0.3) ? on : undefined));
    } else if (drawn < 84) {
      told.push({ claim: { type: 'removal', ...someLane(random), ...someRegion(random), at }, after: [] });
    } else if (drawn < 92) {
      told.push({ claim: correction(random, on.id, at, place), after: [on.place] });
    } else if (during === undefined || drawn < 96) {
      incidents.push({ id: `i${place}`, place });
      const caused = random.chance(0.5) ? { causedBy: on.id } : {};
      told.push({ claim: { type: 'incident', id: `i${place}`, ...someLane(random), openedAt: at, ...caused }, after: [on.place] });
    } else if (random.chance(0.5)) {
      told.push({ claim: { type: 'incident-resolution', incident: during.id, at }, after: [during.place] });
    } else {
      const claim = { type: 'incident-attribution', incident: during.id, deployment: on.id, at };
      told.push({ claim, after: [during.place, on.place] });
    }
  }
  return told;
}

/** The claims in another order in which they can be recorded. */
export function otherOrder(history: readonly Told[], seed: string): Told['claim'][] {
  const random = randomOf(seed);
  const waiting = new Map(history.entries());
  const order: Told['claim'][] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, { after }]) => !after.some((place) => waiting.has(place)));
    const [place, { claim }] = random.pick(ready as [(typeof ready)[0]]);
    waiting.delete(place);
    order.push(claim);
  }
  return order;
}

function deployment(random: Random, id: string, parentId: string | undefined) {
  const status = random.pick(statuses);
  const start = random.int(0, 38);
  const startedAt = random.chance(0.6) && status !== 'pending' ? { startedAt: time(start) } : {};
  const final = status !== 'pending' && status !== 'in-progress';
  return {
    type: 'deployment',
    id,
    ...someLane(random),
    ...someRegion(random),
    version: someVersion(random),
    status,
    ...startedAt,
    ...(final ? { finishedAt: someTime(random, start, start + 2) } : {}),
    ...(status === 'in-progress' ? { startedAt: time(start) } : {}),
    ...(parentId === undefined ? {} : { parentId }),
    ...(random.chance(0.2) ? { previousVersion: someVersion(random) } : {}),
    initiator: random.pick(['Ann', 'Bob', 'Zoë']),
  };
}

function rollback(random: Random, id: string, of: { readonly id: string; readonly place: number } | undefined): Told {
  const claim = {
    type: 'rollback',
    id,
    ...someLane(random),
    ...someRegion(random),
    fromVersion: someVersion(random),
    toVersion: someVersion(random),
    reason: 'slow',
    at: someTime(random, 0, 40),
    ...(of === undefined ? {} : { deployment: of.id }),
    ...(random.chance(0.2) ? { carriedOutBy: `d${random.int(0, 30)}` } : {}),
  };
  return { claim, after: of === undefined ? [] : [of.place] };
}

function correction(random: Random, id: string, at: string, place: number) {
  const set = random.pick<Readonly<Record<string, unknown>>>([
    { version: someVersion(random) },
    { environment: random.pick(['staging', 'production']) },
    { service: random.pick(['api', 'web']) },
    { region: random.pick(['eu', 'us']) },
    { status: random.pick(statuses) },
    { finishedAt: someTime(random, 0, 40) },
    { parentId: `d${random.int(0, 30)}` },
  ]);
  return { type: 'correction', deployment: id, set, reason: `of ${place}`, at };
}

function someLane(random: Random) {
  return { service: random.pick(['api', 'api', 'web']), environment: random.pick(['staging', 'production', 'production']) };
}

function someRegion(random: Random) {
  return random.chance(0.4) ? { region: random.pick(['eu', 'us']) } : {};
}

function someVersion(random: Random): string {
  return `1.${random.int(0, 5)}`;
}

function someTime(random: Random, fromHour: number, toHour: number): string {
  return time(random.int(fromHour, toHour));
}

function time(hour: number): string {
  return instant(noon - 48 * hourMs + hour * hourMs);
}
