import { instant } from '../../src/domain/instant.ts';
import { type NonEmpty, type Random, randomOf } from '../../src/sources/demo/random.ts';
import { noon } from './decisions.ts';

type Claim = Readonly<Record<string, unknown>>;

/** A claim and the claims, by their places in the history, that have to be recorded before it can be. */
export interface Told {
  readonly claim: Claim;
  readonly after: readonly number[];
}

export interface HistoryShape {
  readonly seed: string;
  readonly claims: number;
  /** Over how many hours it goes; everything happens on the hour, so that much happens at once. */
  readonly hours: number;
  readonly services: NonEmpty<string>;
}

/**
 * Makes up what happened to a few services in two environments: with so few lanes, versions, regions and moments things meet that
 * seldom do. The same shape gives the same. Everything is claimed with its own id and time, so that it can be recorded in any order.
 */
export function madeUpHistory(shape: HistoryShape): readonly Told[] {
  const historian = new Historian(shape);
  while (historian.told.length < shape.claims) historian.tellNext();
  return historian.told;
}

/** The claims in another order in which they can be recorded. */
export function otherOrder(history: readonly Told[], seed: string): Claim[] {
  const random = randomOf(seed);
  const waiting = new Set(history.keys());
  const order: Claim[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((place) => !history[place]?.after.some((other) => waiting.has(other)));
    const place = random.pick(ready as [number]);
    waiting.delete(place);
    order.push(history[place]?.claim ?? {});
  }
  return order;
}

const statuses = [
  'success',
  'success',
  'success',
  'failure',
  'partial',
  'in-progress',
  'pending',
  'cancelled',
] as const;
const versions = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'] as const;
const hourMs = 3_600_000;

class Historian {
  readonly told: Told[] = [];
  readonly #random: Random;
  readonly #shape: HistoryShape;
  /** Places of what later claims can be about. */
  readonly #deployments: number[] = [];
  readonly #incidents: number[] = [];

  constructor(shape: HistoryShape) {
    this.#random = randomOf(shape.seed);
    this.#shape = shape;
  }

  tellNext(): void {
    const drawn = this.#random.int(0, 99);
    const [on, during] = [this.#some(this.#deployments), this.#some(this.#incidents)];
    if (on === undefined || drawn < 45) this.#tellDeployment(this.#random.chance(0.2) ? on : undefined);
    else if (drawn < 62) this.#tell({ type: 'deployment-status', deployment: `d${on}`, ...this.#report() }, on);
    else if (drawn < 78) this.#tellRollback(this.#random.chance(0.3) ? on : undefined);
    else if (drawn < 82) this.#tell({ type: 'removal', ...this.#lane(), ...this.#region(), at: this.#time() });
    else if (drawn < 92) this.#tellCorrection(on);
    else if (during === undefined || drawn < 96) this.#tellIncident(this.#random.chance(0.5) ? on : undefined);
    else if (drawn < 98) this.#tell({ type: 'incident-resolution', incident: `i${during}`, at: this.#time() }, during);
    else
      this.#tell(
        { type: 'incident-attribution', incident: `i${during}`, deployment: `d${on}`, at: this.#time() },
        during,
        on,
      );
  }

  #tell(claim: Claim, ...after: (number | undefined)[]): void {
    this.told.push({ claim, after: after.filter((place) => place !== undefined) });
  }

  #tellDeployment(parent: number | undefined): void {
    const { status } = this.#report();
    const start = this.#random.int(0, this.#shape.hours);
    const started = status === 'in-progress' || (status !== 'pending' && this.#random.chance(0.6));
    const over = status !== 'in-progress' && status !== 'pending';
    this.#deployments.push(this.told.length);
    this.#tell({
      type: 'deployment',
      id: `d${this.told.length}`,
      ...this.#lane(),
      ...this.#region(),
      version: this.#random.pick(versions),
      status,
      startedAt: started ? hour(start) : null,
      finishedAt: over ? hour(start + this.#random.int(0, 2)) : null,
      // A target may come before its parent.
      parentId: parent === undefined ? null : `d${parent}`,
      previousVersion: this.#random.chance(0.2) ? this.#random.pick(versions) : null,
      initiator: this.#random.pick(['Ann', 'Bob', 'Zoë']),
    });
  }

  #tellRollback(of: number | undefined): void {
    const [fromVersion, toVersion] = [this.#random.pick(versions), this.#random.pick(versions)];
    const claim = {
      type: 'rollback',
      id: `r${this.told.length}`,
      ...this.#lane(),
      ...this.#region(),
      fromVersion,
      toVersion,
    };
    const deployment = of === undefined ? null : `d${of}`;
    const carriedOutBy = this.#random.chance(0.2) ? `d${this.#some(this.#deployments)}` : null;
    this.#tell({ ...claim, reason: 'slow', at: this.#time(), deployment, carriedOutBy }, of);
  }

  #tellCorrection(on: number): void {
    const set = this.#random.pick<Claim>([
      { version: this.#random.pick(versions) },
      { ...this.#lane() },
      { region: this.#random.pick(['eu', 'us']) },
      { status: this.#random.pick(statuses) },
      { finishedAt: this.#time() },
      { parentId: `d${this.#some(this.#deployments)}` },
    ]);
    const reason = `of ${this.told.length}`;
    this.#tell({ type: 'correction', deployment: `d${on}`, set, reason, at: this.#time() }, on);
  }

  #tellIncident(causedBy: number | undefined): void {
    this.#incidents.push(this.told.length);
    const cause = causedBy === undefined ? null : `d${causedBy}`;
    const claim = { type: 'incident', id: `i${this.told.length}`, ...this.#lane(), openedAt: this.#time() };
    this.#tell({ ...claim, causedBy: cause }, causedBy);
  }

  #report() {
    return { status: this.#random.pick(statuses), at: this.#time() };
  }

  #lane() {
    const environment = this.#random.pick(['production', 'production', 'production', 'staging']);
    return { service: this.#random.pick(this.#shape.services), environment };
  }

  #region() {
    return this.#random.chance(0.4) ? { region: this.#random.pick(['eu', 'us']) } : {};
  }

  #time(): string {
    return hour(this.#random.int(0, this.#shape.hours));
  }

  #some(places: readonly number[]): number | undefined {
    return places.length === 0 ? undefined : this.#random.pick(places as [number]);
  }
}

function hour(hours: number): string {
  return instant(noon - 20_000 * hourMs + hours * hourMs);
}
