import type { Ledger } from '../../../app/ledger.ts';
import type { DeploymentView, RollbackView } from '../../../app/views.ts';
import { LedgerError } from '../../../domain/errors.ts';

/** Stands where somebody is named who is not to be told: that there is somebody stays to be seen. */
export const withheld = '(withheld)';

/** A ledger as viewers and deployers see it: without the names of persons. */
export function withoutPersons(ledger: Ledger): Ledger {
  return {
    ...ledger,
    deployments: async (query) => {
      if (query.initiator !== undefined) throw takesAuditor('searching for a person');
      const { items, next } = await ledger.deployments(query);
      return { items: items.map(deploymentWithout), next };
    },
    deployment: async (id, knownAt) => {
      const detail = await ledger.deployment(id, knownAt);
      const { rollback, targets } = detail;
      return {
        ...detail,
        ...deploymentWithout(detail),
        rollback: rollback && rollbackWithout(rollback),
        targets: targets.map(deploymentWithout),
      };
    },
    rollbacks: async (query) => {
      const { items, next } = await ledger.rollbacks(query);
      return { items: items.map(rollbackWithout), next };
    },
    rollback: async (id) => rollbackWithout(await ledger.rollback(id)),
    timeline: async (query) => {
      const { items, next } = await ledger.timeline(query);
      return { items: items.map(recordWithout), next };
    },
    changes: async (query) => {
      const { items, ...page } = await ledger.changes(query);
      return { items: items.map(recordWithout), ...page };
    },
    ...closed,
  };
}

/** What names persons on every page is for those who may read everything. */
const closed = {
  exportDeployments: () => refuse(),
  exportRollbacks: () => refuse(),
  exportIncidents: () => refuse(),
  exportClaims: () => refuse(),
  exportTables: async () => refuse(),
  postMortem: async () => refuse(),
  changeReport: async () => refuse(),
} satisfies Partial<Ledger>;

function refuse(): never {
  throw takesAuditor('this');
}

function takesAuditor(what: string): LedgerError {
  return new LedgerError('forbidden', `${what} takes the role auditor, since it names persons`);
}

function deploymentWithout<View extends DeploymentView>(view: View): View {
  const { initiator, approvedBy } = view;
  return { ...view, initiator: initiator && withheld, approvedBy: approvedBy.map(() => withheld) };
}

function rollbackWithout(view: RollbackView): RollbackView {
  return { ...view, initiator: view.initiator && withheld };
}

type Recorded = { readonly type: string } & { readonly deployment?: DeploymentView; readonly rollback?: RollbackView };

/** For entries that hold a deployment, a rollback or something without persons. */
function recordWithout<Entry extends Recorded>(entry: Entry): Entry {
  const { deployment, rollback } = entry;
  return {
    ...entry,
    ...(deployment && { deployment: deploymentWithout(deployment) }),
    ...(rollback && { rollback: rollbackWithout(rollback) }),
  };
}
