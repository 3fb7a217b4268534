import type { Ledger } from '../../../app/ledger.ts';
import type { DeploymentView, RecordedView } from '../../../app/views.ts';

/** The whole record of a deployment that something was just recorded about, as lists show it. */
export async function recordedDeployment(ledger: Ledger, { id }: RecordedView): Promise<DeploymentView> {
  const { commits, facts, rollback, incidents, targets, proof, ...view } = await ledger.deployment(id);
  return view;
}
