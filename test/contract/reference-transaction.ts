import type { LogBatch, StoredCheckpoint } from '../../src/ledger/log-store.ts';
import type { ClosedRow, LaneRows, LedgerTransaction, OpenedRow, RowChange } from '../../src/projections/read-store.ts';
import type { TableName } from '../../src/projections/rows.ts';
import { tables } from '../../src/projections/tables.ts';
import { sortedBy } from './ordering.ts';
import { ReferenceLog } from './reference-log.ts';
import { known, runningThat } from './reference-queries.ts';
import { emptyRows, type ReferenceState } from './reference-state.ts';
import { ReferenceTokens } from './reference-tokens.ts';

export class ReferenceTransaction extends ReferenceLog implements LedgerTransaction {
  readonly tokens = new ReferenceTokens(() => this.state());

  /** Every row of every read model. */
  get rows(): ReferenceState['rows'] {
    return this.state().rows;
  }

  async answered(keys: readonly Uint8Array[]) {
    return this.state().answered.filter(({ key }) => keys.some((wanted) => Buffer.compare(key, wanted) === 0));
  }

  async append({ facts, openings, actors, answered, tiles, head, checkpoint }: LogBatch) {
    const state = this.state();
    if (state.head.size + facts.length !== head.size) throw new Error('the batch does not continue the log');
    state.facts.push(...facts);
    state.openings.push(...openings);
    state.actors.push(...actors);
    state.answered.push(...answered);
    state.tiles.push(...tiles);
    state.head = head;
    if (checkpoint !== undefined) await this.saveCheckpoint(checkpoint);
  }

  async saveCheckpoint(checkpoint: StoredCheckpoint) {
    const state = this.state();
    state.checkpoints = [...state.checkpoints.filter(({ size }) => size !== checkpoint.size), checkpoint];
  }

  async erase(openings: readonly { readonly index: number; readonly path: string }[], actors: readonly string[]) {
    const state = this.state();
    state.openings = state.openings.filter(
      ({ index, path }) => !openings.some((erased) => erased.index === index && erased.path === path),
    );
    state.actors = state.actors.filter(({ actor }) => !actors.includes(actor));
  }

  async currentDeployments(ids: readonly string[]) {
    return known(this.state().rows.deployments, undefined).filter(({ id }) => ids.includes(id));
  }

  async currentTargets(parentIds: readonly string[]) {
    const current = known(this.state().rows.deployments, undefined);
    return current.filter(({ parentId }) => parentId !== null && parentIds.includes(parentId));
  }

  async currentIncidents(ids: readonly string[]) {
    return known(this.state().rows.incidents, undefined).filter(({ id }) => ids.includes(id));
  }

  async currentServices(names: readonly string[]) {
    return known(this.state().rows.services, undefined).filter(({ name }) => names.includes(name));
  }

  async currentEnvironments() {
    return sortedBy(known(this.state().rows.environments, undefined), ({ name }) => [name]);
  }

  async rollbackExists(id: string) {
    return known(this.state().rows.rollbacks, undefined).some((row) => row.id === id);
  }

  async currentlyRunning(service: string) {
    return runningThat(this.state().rows.running, { service });
  }

  async lane(service: string, environment: string, latest: number | undefined): Promise<LaneRows> {
    const { rows } = this.state();
    const inLane = (row: { service: string; environment: string; knownTo: number | null }) =>
      row.service === service && row.environment === environment && row.knownTo === null;
    const deployments = sortedBy(rows.deployments.filter(inLane), ({ atMs }) => [atMs]);
    const startMs = (latest === undefined ? undefined : deployments.at(-latest)?.atMs) ?? Number.NEGATIVE_INFINITY;
    const fromStart = ({ atMs }: { atMs: number }) => atMs >= startMs;
    const before = runningThat(rows.running.filter(inLane), { asOfMs: startMs - 1 });
    const since = rows.running.filter(inLane).filter(({ sinceMs }) => sinceMs >= startMs);
    return {
      startMs,
      deployments: deployments.filter(fromStart),
      rollbacks: sortedBy(rows.rollbacks.filter(inLane).filter(fromStart), ({ atMs }) => [atMs]),
      removals: sortedBy(rows.removals.filter(inLane).filter(fromStart), ({ atMs }) => [atMs]),
      running: sortedBy([...before, ...since], ({ sinceMs }) => [sinceMs]),
    };
  }

  async project(changes: readonly RowChange[]) {
    for (const change of changes) this.#change(change);
  }

  #change<Name extends TableName>(change: OpenedRow<Name> | ClosedRow<Name>): void {
    const rows = this.state().rows[change.table];
    if ('opened' in change) {
      rows.push(change.opened);
      return;
    }
    const key = [...tables[change.table].key, 'knownFrom'] as (keyof typeof change.closed)[];
    const place = rows.findIndex((row) => key.every((field) => row[field] === change.closed[field]));
    rows[place] = { ...change.closed, knownTo: change.knownTo };
  }

  async clearProjections() {
    this.state().rows = emptyRows();
    this.state().projected = false;
  }

  async markProjected() {
    this.state().projected = true;
  }
}
