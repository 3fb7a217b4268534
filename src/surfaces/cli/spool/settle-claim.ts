import type { Claim } from '../../../domain/claims/claim.ts';
import { newId, type RandomBytes } from '../../../domain/ids.ts';
import { instant, parseTime } from '../../../domain/instant.ts';
import { isFinal } from '../../../domain/lifecycle.ts';

/** What the moments of a claim are called, in whichever it is. */
const timeFields = ['startedAt', 'finishedAt', 'openedAt', 'resolvedAt', 'at'] as const;

/**
 * A claim that means the same whenever it arrives, and however often: every moment in it is absolute, what happened now says so, and it
 * has an id or a key. One that has a key of the person's own keeps its words, since the same words have to follow at the next use of it.
 */
export function settleClaim(claim: Claim, nowMs: number, random: RandomBytes): Claim {
  return claim.idempotencyKey === undefined ? withKey(settleTimes(claim, nowMs), nowMs, random) : claim;
}

/** A claim whose moments are absolute. */
export function settleTimes(claim: Claim, nowMs: number): Claim {
  const settled = { ...claim, ...timesIn({ ...nowIn(claim, nowMs), ...claim }, nowMs) };
  return settled.type === 'correction'
    ? { ...settled, set: { ...settled.set, ...timesIn(settled.set, nowMs) } }
    : settled;
}

function timesIn(fields: Readonly<Record<string, unknown>>, nowMs: number): Record<string, string> {
  const times = timeFields.flatMap((field) => {
    const time = fields[field];
    return typeof time === 'string' || typeof time === 'number'
      ? [[field, instant(parseTime(time, nowMs, field))]]
      : [];
  });
  return Object.fromEntries(times);
}

/** The moments that a claim leaves out because they are now. */
function nowIn(claim: Claim, nowMs: number): Record<string, string> {
  const now = instant(nowMs);
  if (claim.type === 'incident') return { openedAt: now };
  if (claim.type !== 'deployment') return { at: now };
  const { status = 'success', startedAt } = claim;
  if (status === 'in-progress') return { startedAt: now };
  if (!isFinal(status)) return {};
  const startMs = startedAt === undefined ? nowMs : parseTime(startedAt, nowMs, 'startedAt');
  return { finishedAt: instant(Math.max(nowMs, startMs)) };
}

function withKey(claim: Claim, nowMs: number, random: RandomBytes): Claim {
  const key = { idempotencyKey: newId('cli', nowMs, random) };
  switch (claim.type) {
    case 'deployment':
      return { id: newId('deploy', nowMs, random), ...claim, ...key };
    case 'rollback':
    case 'incident':
      return { id: newId(claim.type, nowMs, random), ...claim, ...key };
    default:
      return { ...claim, ...key };
  }
}
