import type {
  Actor,
  Answered,
  Head,
  LedgerIdentity,
  Opening,
  StoredCheckpoint,
  StoredFact,
  StoredTile,
} from '../../src/ledger/log-store.ts';
import type { TableName, Tables } from '../../src/projections/rows.ts';
import type { SessionRow, TokenRow } from '../../src/projections/token-store.ts';

/** Everything that a ledger store holds, as plain lists. */
export interface ReferenceState {
  identity: LedgerIdentity | undefined;
  head: Head;
  projected: boolean;
  facts: StoredFact[];
  tiles: StoredTile[];
  checkpoints: StoredCheckpoint[];
  openings: Opening[];
  actors: Actor[];
  answered: Answered[];
  tokens: TokenRow[];
  sessions: SessionRow[];
  rows: { [Name in TableName]: Tables[Name][] };
}

export function emptyState(): ReferenceState {
  return {
    identity: undefined,
    head: { size: 0, range: new Uint8Array(), recordedMs: 0 },
    projected: true,
    facts: [],
    tiles: [],
    checkpoints: [],
    openings: [],
    actors: [],
    answered: [],
    tokens: [],
    sessions: [],
    rows: emptyRows(),
  };
}

export function emptyRows(): ReferenceState['rows'] {
  return {
    deployments: [],
    commits: [],
    running: [],
    rollbacks: [],
    removals: [],
    incidents: [],
    services: [],
    environments: [],
  };
}

/** A copy that can be changed without the original; what is in the lists never changes. */
export function copyState(state: ReferenceState): ReferenceState {
  const { facts, tiles, checkpoints, openings, actors, answered, tokens, sessions, rows } = state;
  return {
    ...state,
    facts: [...facts],
    tiles: [...tiles],
    checkpoints: [...checkpoints],
    openings: [...openings],
    actors: [...actors],
    answered: [...answered],
    tokens: [...tokens],
    sessions: [...sessions],
    rows: {
      deployments: [...rows.deployments],
      commits: [...rows.commits],
      running: [...rows.running],
      rollbacks: [...rows.rollbacks],
      removals: [...rows.removals],
      incidents: [...rows.incidents],
      services: [...rows.services],
      environments: [...rows.environments],
    },
  };
}
