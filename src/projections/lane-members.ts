import { compareText } from '../domain/clear-claim.ts';
import type { DeploymentState, RemovalRow, RollbackRow } from './rows.ts';

/** What can change what runs in a lane. */
export type Member =
  | { readonly kind: 'deployment'; readonly atMs: number; readonly deployment: DeploymentState }
  | { readonly kind: 'rollback'; readonly atMs: number; readonly rollback: RollbackRow }
  | { readonly kind: 'removal'; readonly atMs: number; readonly removal: RemovalRow };

/** Targets before their parents, so that a parent of the same moment finds them. */
function rank(member: Member): number {
  if (member.kind === 'deployment') return member.deployment.parentId === null ? 1 : 0;
  return member.kind === 'rollback' ? 2 : 3;
}

/** The order in which members take effect: by time, then by kind, then by what they claim, last by id; never by arrival. */
export function compareMembers(a: Member, b: Member): number {
  return (
    a.atMs - b.atMs || rank(a) - rank(b) || compareText(claimOf(a), claimOf(b)) || compareText(memberId(a), memberId(b))
  );
}

/** The id of a member; a removal, which has none, is known by its region and index. */
export function memberId(member: Member): string {
  switch (member.kind) {
    case 'deployment':
      return member.deployment.id;
    case 'rollback':
      return member.rollback.id;
    case 'removal':
      return `${member.removal.region}@${member.removal.atMs}`;
  }
}

function claimOf(member: Member): string {
  switch (member.kind) {
    case 'deployment': {
      const { region, version, strategy, outcome, kind, createdMs, startedMs, claimedPrevious } = member.deployment;
      return JSON.stringify([region, version, strategy, outcome, kind, createdMs, startedMs, claimedPrevious]);
    }
    case 'rollback': {
      const { region, fromVersion, toVersion, deployment, trigger } = member.rollback;
      return JSON.stringify([region, fromVersion, toVersion, deployment, trigger]);
    }
    case 'removal':
      return member.removal.region;
  }
}
