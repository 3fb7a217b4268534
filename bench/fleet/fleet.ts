import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import { instant } from '../../src/domain/instant.ts';
import { type NonEmpty, type Random, randomOf } from '../../src/sources/demo/random.ts';

const services = 200;
const environments: NonEmpty<string> = ['production', 'staging', 'development'];
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

interface Deployed {
  readonly service: string;
  readonly environment: string;
  readonly version: string;
}

/**
 * The claims of a fleet of 200 services in three environments as they come in over months: mostly deployments that are over,
 * some that are reported on while they are under way, a few rollbacks. In order of time, the same in every run.
 */
export class Fleet {
  readonly #random: Random = randomOf('bench');
  readonly #builds = new Map<string, number>();
  readonly #underWay: string[] = [];
  readonly #halfDone: string[] = [];
  #last: Deployed | undefined;
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
    if (draw < 0.02 && this.#last !== undefined) return this.#rollBack(this.#last);
    if (draw < 0.08 && this.#underWay.length > 10) return this.#advance();
    if (draw < 0.14 && this.#halfDone.length > 10) return this.#finish();
    return draw < 0.2 ? this.#begin() : this.#deploy();
  }

  /** A deployment that is claimed when it is over, the way a pipeline's last step does. */
  #deploy(): ClaimInput {
    const endMs = this.#nowMs();
    const what = this.#newBuild();
    if (what.environment === 'production' && what.version !== '1.1') this.#last = what;
    return {
      ...this.#about(what),
      status: this.#random.chance(0.06) ? 'failure' : 'success',
      startedAt: instant(endMs - this.#random.int(60, 900) * 1000),
      finishedAt: instant(endMs),
      ...(this.#random.chance(0.25) ? { idempotencyKey: `ci:example/${what.service}/run/${this.#claims}` } : {}),
    };
  }

  /** A deployment that two reports will follow, many claims later. */
  #begin(): ClaimInput {
    const id = `run-${String(this.#claims).padStart(9, '0')}`;
    this.#underWay.push(id);
    const startedAt = instant(this.#nowMs());
    return { ...this.#about(this.#newBuild()), id, strategy: 'canary', status: 'in-progress', startedAt };
  }

  #advance(): ClaimInput {
    const deployment = this.#underWay.shift() ?? '';
    this.#halfDone.push(deployment);
    return { type: 'deployment-status', deployment, percentage: 50, stage: 'half', at: instant(this.#nowMs()) };
  }

  #finish(): ClaimInput {
    const deployment = this.#halfDone.shift() ?? '';
    const message = 'all instances are healthy';
    return { type: 'deployment-status', deployment, status: 'success', message, at: instant(this.#nowMs()) };
  }

  #rollBack({ service, environment, version }: Deployed): ClaimInput {
    this.#last = undefined;
    const toVersion = `1.${Number(version.slice(2)) - 1}`;
    const at = instant(this.#nowMs());
    const reason = 'error rate above the objective';
    return { type: 'rollback', service, environment, fromVersion: version, toVersion, reason, trigger: 'manual', at };
  }

  #newBuild(): Deployed {
    // Some services are deployed far more often than others.
    const service = `service-${String(Math.floor(services * this.#random.unit() ** 2)).padStart(3, '0')}`;
    const environment = this.#random.pick(environments);
    const build = (this.#builds.get(`${service} ${environment}`) ?? 0) + 1;
    this.#builds.set(`${service} ${environment}`, build);
    return { service, environment, version: `1.${build}` };
  }

  #about(what: Deployed) {
    const commits = Array.from({ length: this.#random.int(0, 3) }, (_, i) => ({
      sha: this.#random.hex(40),
      committedAt: instant(this.#nowMs() - (i + 1) * 3_600_000),
    }));
    return {
      type: 'deployment' as const,
      ...what,
      initiator: `engineer-${this.#random.int(1, 60)}@example.com`,
      message: this.#random.pick(messages),
      ...(commits[0] === undefined ? {} : { commit: commits[0].sha, commits }),
    };
  }

  #nowMs(): number {
    return timeOfClaim(this.#claims);
  }
}
