import type { LogBatch, StoredCheckpoint } from '../../ledger/log-store.ts';
import type { LedgerTransaction, RowChange } from '../../projections/read-store.ts';
import type { Connection } from './connection.ts';
import { SqliteTokenTransaction } from './door/sqlite-tokens.ts';
import { eraseActors, insertActors } from './log/actors.ts';
import { insertAnswered, readAnswered } from './log/answered.ts';
import { saveCheckpoint } from './log/checkpoints.ts';
import { insertFacts } from './log/facts.ts';
import { advanceHead } from './log/head.ts';
import { eraseOpenings, insertOpenings } from './log/openings.ts';
import { insertTiles } from './log/tiles.ts';
import {
  readCurrentDeployments,
  readCurrentIncidents,
  readCurrentRollbacks,
  readCurrentServices,
  readCurrentTargets,
} from './read-models/current.ts';
import { readLane } from './read-models/lane.ts';
import { readEnvironments } from './read-models/registrations.ts';
import { readRunning } from './read-models/running.ts';
import { clearReadModels, markProjected, writeChanges } from './read-models/write-changes.ts';
import { SqliteLog } from './sqlite-log.ts';

/** A transaction that runs on `connection`, until `end`: a call that comes later must not become a transaction of its own. */
export class SqliteTransaction extends SqliteLog implements LedgerTransaction {
  readonly tokens: SqliteTokenTransaction;
  #ended = false;

  constructor(connection: Connection) {
    super(async (query) => {
      if (this.#ended) throw new Error('the transaction is over: await everything that it does');
      return query(connection);
    });
    this.tokens = new SqliteTokenTransaction(this.read);
  }

  end(): void {
    this.#ended = true;
  }

  answered(keys: readonly Uint8Array[]) {
    return this.read((connection) => readAnswered(connection, keys));
  }

  append(batch: LogBatch) {
    return this.read((connection) => {
      advanceHead(connection, batch.head.size - batch.facts.length, batch.head);
      insertFacts(connection, batch.facts);
      insertOpenings(connection, batch.openings);
      insertActors(connection, batch.actors);
      insertAnswered(connection, batch.answered);
      insertTiles(connection, batch.tiles);
      if (batch.checkpoint !== undefined) saveCheckpoint(connection, batch.checkpoint);
    });
  }

  saveCheckpoint(checkpoint: StoredCheckpoint) {
    return this.read((connection) => saveCheckpoint(connection, checkpoint));
  }

  erase(openings: readonly { readonly index: number; readonly path: string }[], actors: readonly string[]) {
    return this.read((connection) => {
      eraseOpenings(connection, openings);
      eraseActors(connection, actors);
    });
  }

  currentDeployments(ids: readonly string[]) {
    return this.read((connection) => readCurrentDeployments(connection, ids));
  }

  currentTargets(parentIds: readonly string[]) {
    return this.read((connection) => readCurrentTargets(connection, parentIds));
  }

  currentIncidents(ids: readonly string[]) {
    return this.read((connection) => readCurrentIncidents(connection, ids));
  }

  currentServices(names: readonly string[]) {
    return this.read((connection) => readCurrentServices(connection, names));
  }

  currentEnvironments() {
    return this.read((connection) => readEnvironments(connection));
  }

  rollbackExists(id: string) {
    return this.read((connection) => readCurrentRollbacks(connection, [id]).length > 0);
  }

  currentlyRunning(service: string) {
    return this.read((connection) => readRunning(connection, { service }));
  }

  lane(service: string, environment: string, latest: number | undefined) {
    return this.read((connection) => readLane(connection, service, environment, latest));
  }

  project(changes: readonly RowChange[]) {
    return this.read((connection) => writeChanges(connection, changes));
  }

  clearProjections() {
    return this.read(clearReadModels);
  }

  markProjected() {
    return this.read(markProjected);
  }
}
