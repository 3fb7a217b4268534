import type { Claim } from '../../domain/claims/claim.ts';
import type { Known, KnownDeployment, LaneVersion } from '../../domain/decide/context.ts';
import type { ServiceType } from '../../domain/vocabulary.ts';
import { foldDeployment } from '../../projections/fold-deployment.ts';
import type { Projector } from '../../projections/projector.ts';
import type { LedgerTransaction } from '../../projections/read-store.ts';

/** Reads what a claim's decision depends on, as it stands inside the transaction with the facts of the batch so far. */
export class KnowledgeBase {
  readonly #transaction: LedgerTransaction;
  readonly #projector: Projector;
  readonly #environments: Set<string>;

  private constructor(transaction: LedgerTransaction, projector: Projector, environments: Set<string>) {
    this.#transaction = transaction;
    this.#projector = projector;
    this.#environments = environments;
  }

  static async of(transaction: LedgerTransaction, projector: Projector): Promise<KnowledgeBase> {
    const rows = await transaction.currentEnvironments();
    return new KnowledgeBase(transaction, projector, new Set(rows.map((row) => row.name)));
  }

  /** To be told of each environment that the batch registers. */
  addEnvironment(name: string): void {
    this.#environments.add(name);
  }

  /** What is known of the things that a claim names, the log being `size` facts long. */
  async about(claim: Claim, size: number): Promise<Known> {
    const deployments = new Map<string, KnownDeployment | undefined>();
    for (const id of deploymentsNamed(claim)) deployments.set(id, await this.#deployment(id, size));
    const incident = incidentNamed(claim);
    const incidentKnown = incident !== undefined && (await this.#incidentExists(incident, size));
    const rollbackKnown = claim.type === 'rollback' && claim.id !== undefined && (await this.#rollbackExists(claim.id));
    const running = claim.type === 'rollback' && needsRunning(claim) ? await this.#running(claim.service) : [];
    const serviceType =
      claim.type === 'deployment' && claim.serviceType ? await this.#serviceType(claim.service, size) : null;
    return {
      environments: () => [...this.#environments],
      deployment: (id) => deployments.get(id),
      incident: () => incidentKnown,
      rollback: () => rollbackKnown,
      serviceType: () => serviceType,
      running: () => running,
    };
  }

  async #deployment(id: string, size: number): Promise<KnownDeployment | undefined> {
    return foldDeployment(await this.#projector.stories.deployment(this.#transaction, id, size));
  }

  async #incidentExists(id: string, size: number): Promise<boolean> {
    return (await this.#projector.stories.incident(this.#transaction, id, size)).row !== undefined;
  }

  async #rollbackExists(id: string): Promise<boolean> {
    await this.#projector.flush(this.#transaction);
    return this.#transaction.rollbackExists(id);
  }

  async #serviceType(name: string, size: number): Promise<ServiceType | null> {
    return (await this.#projector.stories.service(this.#transaction, name, size)).row?.serviceType ?? null;
  }

  async #running(service: string): Promise<LaneVersion[]> {
    await this.#projector.flush(this.#transaction);
    return this.#transaction.currentlyRunning(service);
  }
}

function deploymentsNamed(claim: Claim): string[] {
  switch (claim.type) {
    case 'deployment':
      return claim.id === undefined ? [] : [claim.id];
    case 'deployment-status':
    case 'correction':
      return [claim.deployment];
    case 'incident-attribution':
    case 'rollback':
      return claim.deployment === undefined ? [] : [claim.deployment];
    case 'incident':
      return claim.causedBy === undefined ? [] : [claim.causedBy];
    default:
      return [];
  }
}

function incidentNamed(claim: Claim): string | undefined {
  switch (claim.type) {
    case 'incident':
      return claim.id;
    case 'incident-resolution':
    case 'incident-attribution':
      return claim.incident;
    default:
      return undefined;
  }
}

function needsRunning(claim: Claim & { type: 'rollback' }): boolean {
  return claim.environment === undefined && claim.deployment === undefined;
}
