import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import { instant } from '../../src/domain/instant.ts';
import { type NonEmpty, type Random, randomOf } from '../../src/sources/demo/random.ts';

const services = 200;
const environments = ['production', 'staging', 'development'];
const messages: NonEmpty<string> = [
  'Raise the connection limit of the pool',
  'Translate the checkout page',
  'Fix the rounding of prices in invoices; see the report of the auditors',
  'Update dependencies',
];
const beginMs = Date.UTC(2020, 0, 1);
const stepMs = 30_000;

/** When the fleet makes its claim of this number, in epoch milliseconds. */
export function timeOfClaim(number: number): number {
  return beginMs + Math.floor(number) * stepMs;
}

interface Build {
  readonly lane: Lane;
  readonly version: string;
}

/** A deployment of which more reports will come. */
interface UnderWay {
  readonly id: string;
  readonly build: Build;
  isHalfDone: boolean;
}

/** One service in one environment. */
interface Lane {
  readonly service: string;
  readonly environment: string;
  builds: number;
  running?: string | undefined;
  /** What it can go back to. */
  before?: string | undefined;
}

/**
 * The claims of a fleet of 200 services in three environments as they come in over months: mostly deployments that are over,
 * some that are reported on while they are under way, a few rollbacks. In order of time, the same in every run.
 */
export class Fleet {
  readonly #random: Random = randomOf('bench');
  readonly #lanes: Lane[] = [];
  readonly #underWay: UnderWay[] = [];
  #latest: Lane | undefined;
  #claims = 0;

  /** A fleet that has made so many claims already. */
  constructor(claims = 0) {
    this.take(claims);
  }

  /** How many claims it has made. */
  get claims(): number {
    return this.#claims;
  }

  take(claims: number): ClaimInput[] {
    return Array.from({ length: claims }, () => this.#next());
  }

  #next(): ClaimInput {
    this.#claims += 1;
    const draw = this.#random.unit();
    if (draw < 0.02 && this.#latest?.before !== undefined) return this.#rollBack(this.#latest, this.#latest.before);
    const [oldest] = this.#underWay;
    if (draw < 0.16 && oldest !== undefined && this.#underWay.length > 6) return this.#report(oldest);
    return draw < 0.22 ? this.#begin() : this.#deploy();
  }

  /** A deployment that is claimed when it is over, the way a pipeline's last step does. */
  #deploy(): ClaimInput {
    const endMs = this.#nowMs();
    const build = this.#newBuild();
    const succeeds = !this.#random.chance(0.06);
    if (succeeds) this.#run(build);
    return {
      ...this.#about(build),
      status: succeeds ? 'success' : 'failure',
      startedAt: instant(endMs - this.#random.int(60, 900) * 1000),
      finishedAt: instant(endMs),
      ...(this.#random.chance(0.25) ? { idempotencyKey: `ci:example/${build.lane.service}/run/${this.#claims}` } : {}),
    };
  }

  /** A deployment that two reports will follow, some hundred claims later. */
  #begin(): ClaimInput {
    const build = this.#newBuild();
    const id = `run-${String(this.#claims).padStart(9, '0')}`;
    this.#underWay.push({ id, build, isHalfDone: false });
    const startedAt = instant(this.#nowMs());
    return { ...this.#about(build), id, strategy: 'canary', status: 'in-progress', startedAt };
  }

  #report(oldest: UnderWay): ClaimInput {
    const about = { type: 'deployment-status', deployment: oldest.id, at: instant(this.#nowMs()) } as const;
    if (!oldest.isHalfDone) {
      oldest.isHalfDone = true;
      return { ...about, percentage: 50, stage: 'half' };
    }
    this.#underWay.shift();
    this.#run(oldest.build);
    return { ...about, status: 'success', message: 'all instances are healthy' };
  }

  #rollBack(lane: Lane, toVersion: string): ClaimInput {
    const { service, environment, running: fromVersion = '' } = lane;
    lane.running = toVersion;
    lane.before = undefined;
    const reason = 'error rate above the objective';
    const at = instant(this.#nowMs());
    return { type: 'rollback', service, environment, fromVersion, toVersion, reason, trigger: 'manual', at };
  }

  #newBuild(): Build {
    // Some services are deployed far more often than others.
    const service = Math.floor(services * this.#random.unit() ** 2);
    const place = this.#random.int(0, environments.length - 1);
    const lane = this.#laneOf(service, place);
    lane.builds += 1;
    return { lane, version: `1.${lane.builds}` };
  }

  #laneOf(service: number, place: number): Lane {
    const number = service * environments.length + place;
    const name = `service-${String(service).padStart(3, '0')}`;
    const lane = this.#lanes[number] ?? { service: name, environment: environments[place] ?? 'production', builds: 0 };
    this.#lanes[number] = lane;
    return lane;
  }

  #run({ lane, version }: Build): void {
    lane.before = lane.running;
    lane.running = version;
    this.#latest = lane;
  }

  #about({ lane: { service, environment }, version }: Build) {
    const commits = Array.from({ length: this.#random.int(0, 3) }, (_, i) => ({
      sha: this.#random.hex(40),
      committedAt: instant(this.#nowMs() - (i + 1) * 3_600_000),
    }));
    return {
      type: 'deployment' as const,
      service,
      environment,
      version,
      initiator: `engineer-${this.#random.int(1, 60)}@example.com`,
      message: this.#random.pick(messages),
      ...(commits[0] === undefined ? {} : { commit: commits[0].sha, commits }),
    };
  }

  #nowMs(): number {
    return timeOfClaim(this.#claims);
  }
}
