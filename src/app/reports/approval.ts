/**
 * Whether somebody other than its initiator approved a deployment, by references to persons, which outlive an erasure: `another`
 * person did, `only-initiator` did, `nobody` is recorded, it is `unknown`, because approvers are named and no initiator is, or it is
 * `with-parent`, a part of another deployment, with which an approval of the whole is recorded, if there is one.
 */
export type Approval = 'another' | 'only-initiator' | 'nobody' | 'unknown' | 'with-parent';

interface Approvable {
  readonly initiator: string | null;
  readonly approvedBy: readonly string[];
  readonly parentId: string | null;
}

export function approvalOf({ initiator, approvedBy, parentId }: Approvable): Approval {
  if (approvedBy.length === 0) return parentId === null ? 'nobody' : 'with-parent';
  if (initiator === null) return 'unknown';
  return approvedBy.some((approver) => approver !== initiator) ? 'another' : 'only-initiator';
}
