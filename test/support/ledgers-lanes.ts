import assert from 'node:assert/strict';
import { changeKey, emptyLane, extendLane } from '../../src/projections/lane.ts';
import { compareMembers, type Member } from '../../src/projections/lane-members.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { rowsOf } from './ledgers-contents.ts';

/** Asserts that every lane is what its members fold to when they are folded all at once, whatever windows it was folded in. */
export async function assertFoldedWhole(store: LedgerStore): Promise<void> {
  const deployments = (await rowsOf(store, 'deployments')).filter(isCurrent);
  const rollbacks = (await rowsOf(store, 'rollbacks')).filter(isCurrent);
  const removals = (await rowsOf(store, 'removals')).filter(isCurrent);
  const running = (await rowsOf(store, 'running')).filter(isCurrent);
  const keys = new Set([...deployments, ...rollbacks, ...removals].map(laneOf));
  for (const key of keys) {
    const inLane = (row: { service: string; environment: string }) => laneOf(row) === key;
    const members: Member[] = [
      ...deployments.filter(inLane).map((row): Member => ({ kind: 'deployment', atMs: row.atMs, deployment: row })),
      ...rollbacks.filter(inLane).map((row): Member => ({ kind: 'rollback', atMs: row.atMs, rollback: row })),
      ...removals.filter(inLane).map((row): Member => ({ kind: 'removal', atMs: row.atMs, removal: row })),
    ];
    const lane = emptyLane([], false);
    for (const member of members.sort(compareMembers)) extendLane(lane, member);
    for (const row of deployments.filter(inLane)) {
      const { status, previousVersion, rolledBackMs, rolledBackBy, undoneMs } = row;
      const standing = { status, previousVersion, rolledBackMs, rolledBackBy, undoneMs };
      assert.deepEqual({ id: row.id, ...standing }, { id: row.id, ...lane.standings.get(row.id) });
    }
    const kept = running.filter(inLane).map(({ region, sinceMs, version, deployment }) => {
      return { region, sinceMs, version, deployment };
    });
    assert.deepEqual(byKey(kept), byKey([...lane.changes.values()]));
  }
}

function isCurrent({ knownTo }: { readonly knownTo: number | null }): boolean {
  return knownTo === null;
}

function laneOf({ service, environment }: { readonly service: string; readonly environment: string }): string {
  return `${service} in ${environment}`;
}

function byKey<Item extends { region: string; sinceMs: number }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [changeKey(item), item]));
}
