import { hex } from '../../../ledger/hashing.ts';
import type { Column } from '../../../renderers/column.ts';
import type { PlacedFact } from './place-facts.ts';
import type { ReportedChange } from './reported-change.ts';

export const notRecorded = 'not recorded';

/** The columns of `population.csv`. A cell is empty where the column does not apply. */
export const changeColumns: readonly Column<ReportedChange>[] = [
  { name: 'number', value: ({ number }) => number },
  { name: 'key', value: ({ key }) => key },
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'what', value: ({ what }) => what },
  { name: 'service', value: ({ service }) => service },
  { name: 'environment', value: ({ environment }) => environment },
  { name: 'region', value: ({ region }) => region },
  { name: 'version', value: ({ version }) => version },
  { name: 'fromVersion', value: ({ fromVersion }) => fromVersion },
  { name: 'status', value: ({ status }) => status },
  { name: 'at', value: ({ at }) => at },
  { name: 'startedAt', value: ({ startedAt }) => startedAt },
  { name: 'recordedAt', value: ({ recordedAt }) => recordedAt },
  { name: 'who', value: ({ who }) => who ?? notRecorded },
  { name: 'why', value: ({ why }) => why ?? notRecorded },
  { name: 'changeId', value: ({ changeId }) => changeId },
  { name: 'approvedBy', value: (row) => (row.approval === null ? null : row.approvedBy.join(', ') || notRecorded) },
  { name: 'approval', value: ({ approval }) => approval },
  { name: 'tested', value: (row) => (row.approval === null ? null : row.tested.join(', ') || notRecorded) },
  { name: 'planned', value: ({ planned }) => planned },
  { name: 'rolledBackAt', value: ({ rolledBackAt }) => rolledBackAt },
  { name: 'rolledBackBy', value: ({ rolledBackBy }) => rolledBackBy },
  { name: 'incidents', value: ({ incidents }) => incidents.join(', ') || null },
  { name: 'relatesTo', value: ({ relatesTo }) => relatesTo },
  { name: 'commits', value: ({ commits }) => commits },
  { name: 'disputed', value: ({ disputed }) => disputed },
  { name: 'corrections', value: ({ corrections }) => corrections },
  { name: 'facts', value: ({ facts }) => facts.join(' ') },
  { name: 'leafHash', value: ({ leafHash }) => leafHash },
];

/** The columns of `every-fact.csv`: what became of each index of the log. */
export const factColumns: readonly Column<PlacedFact>[] = [
  { name: 'index', value: ({ stored }) => stored.index },
  { name: 'type', value: ({ fact }) => fact.type },
  { name: 'subject', value: ({ stored }) => stored.subject },
  { name: 'occurredAt', value: ({ fact }) => fact.occurredAt },
  { name: 'recordedAt', value: ({ fact }) => fact.recordedAt },
  { name: 'standing', value: ({ standing }) => standing },
  { name: 'leafHash', value: ({ stored }) => hex(stored.leafHash) },
];

/** The columns of `sample.csv`. */
export const sampleColumns: readonly Column<ReportedChange & { readonly hash: string }>[] = [
  { name: 'hash', value: ({ hash }) => hash },
  ...changeColumns,
];
