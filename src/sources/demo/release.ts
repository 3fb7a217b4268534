import type { Kind } from '../../domain/vocabulary.ts';
import { hourMs, minuteMs } from './calendar.ts';
import { describeChange } from './messages.ts';
import type { Random } from './random.ts';
import type { DemoService } from './service.ts';

export interface Commit {
  readonly sha: string;
  readonly committedMs: number;
}

/** A version that a pipeline built. */
export interface Release {
  readonly version: string;
  readonly builtMs: number;
  readonly kind: Kind;
  readonly message: string;
  readonly artifact: string;
  /** Oldest first; the last one is what was built. */
  readonly commits: readonly Commit[];
}

/** Builds what a team merged in the hours and days before. */
export function plannedRelease(service: DemoService, version: string, builtMs: number, random: Random): Release {
  const kind = kindOf(random.unit());
  const ages = Array.from({ length: random.int(1, 6) }, () => random.around(14 * hourMs, 5));
  return {
    version,
    builtMs,
    kind,
    message: describeChange(kind, service.topics, random),
    artifact: artifact(random),
    commits: commits(builtMs, ages, random),
  };
}

/** Builds a fix in haste: one commit, minutes old. */
export function hotfixRelease(service: DemoService, version: string, builtMs: number, random: Random): Release {
  return {
    version,
    builtMs,
    kind: random.chance(0.8) ? 'application' : 'configuration',
    message: `Hotfix: repair ${random.pick(service.topics)}`,
    artifact: artifact(random),
    commits: commits(builtMs, [random.between(4, 12) * minuteMs], random),
  };
}

function commits(builtMs: number, agesMs: readonly number[], random: Random): Commit[] {
  return agesMs.toSorted((a, b) => b - a).map((ageMs) => ({ sha: random.hex(40), committedMs: builtMs - ageMs }));
}

function artifact(random: Random): string {
  return `sha256:${random.hex(64)}`;
}

function kindOf(share: number): Kind {
  if (share < 0.08) return 'database-migration';
  if (share < 0.2) return 'configuration';
  if (share < 0.25) return 'infrastructure';
  return 'application';
}
