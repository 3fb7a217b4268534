import type { Context } from '../domain/decide/context.ts';
import { hasCode, LedgerError } from '../domain/errors.ts';
import type { Draft } from '../domain/facts/fact.ts';
import type { OpeningRef } from '../domain/facts/other.ts';
import { instant } from '../domain/instant.ts';
import { decodeFact } from '../ledger/fact-bytes.ts';
import type { LogReader } from '../ledger/log-store.ts';
import { Projector } from '../projections/projector.ts';
import { deliveriesNaming } from './deliveries/deliveries-naming.ts';
import { signedTransaction } from './log/signed-transaction.ts';
import { treeHead } from './log/signing.ts';
import { Batch } from './record/batch.ts';
import type { RecorderPorts } from './record/recorder.ts';
import type { ErasureReport } from './views.ts';

/** References to openings that one fact lists at most, so that it stays within its 32 KiB. */
const refsPerFact = 500;

interface Found {
  readonly actors: readonly string[];
  readonly openings: readonly OpeningRef[];
  /** Facts that hold the name in the clear, where nothing can be removed. */
  readonly inTheClear: readonly number[];
}

/**
 * Erases a person: their openings, every other opening that names them, and the reference that ties their facts together. What was
 * removed is itself a fact; roots and proofs do not change.
 * @throws LedgerError `not-found` when nothing names the person.
 */
export async function eraseActor(
  ports: RecorderPorts,
  name: string,
  options: { readonly aliases: readonly string[]; readonly dryRun: boolean },
): Promise<ErasureReport> {
  const names = [name, ...options.aliases].map((one) => one.normalize('NFC'));
  if (names.some((one) => one.trim() === '')) {
    throw new LedgerError('invalid', 'the name of the person to erase is empty', { field: 'name' });
  }
  const store = await ports.store.deliveries();
  const deliveries = await deliveriesNaming(store, (value) => mentions(value, lowerCase(names)));
  if (!options.dryRun) await store.forget(deliveries);
  const work = options.dryRun ? find(ports.store, names) : eraseForGood(ports, names);
  const found = deliveries.length === 0 ? await work : await orNothing(work);
  return {
    name,
    aliases: options.aliases,
    actors: found.actors,
    openings: found.openings,
    deliveries,
    dryRun: options.dryRun,
    remains: remains(found),
  };
}

/** What was erased besides deliveries, which may have been all that named the person. */
async function orNothing(work: Promise<Found>): Promise<Found> {
  try {
    return await work;
  } catch (error) {
    if (hasCode(error, 'not-found')) return { actors: [], openings: [], inTheClear: [] };
    throw error;
  }
}

async function eraseForGood(ports: RecorderPorts, names: readonly string[]): Promise<Found> {
  try {
    const found = await erase(ports, names);
    await ports.store.forgetErased();
    return found;
  } catch (error) {
    // An earlier attempt may have erased the person, and been kept from wiping what the disk still held.
    if (hasCode(error, 'not-found')) await ports.store.forgetErased();
    throw error;
  }
}

function erase(ports: RecorderPorts, names: readonly string[]): Promise<Found> {
  const { clock } = ports;
  return signedTransaction(ports, async (transaction, sign) => {
    const seen = await find(transaction, names);
    const head = await transaction.head();
    const batch = await Batch.begin(transaction, new Projector(), head, clock(), []);
    await batch.append(erasures(seen, clock()), contextOf(ports));
    await batch.write();
    await transaction.erase(seen.openings, seen.actors);
    await sign(treeHead(head), { size: batch.tree.size, root: batch.tree.root() });
    return seen;
  });
}

async function find(log: LogReader, names: readonly string[]): Promise<Found> {
  const { size } = await log.head();
  const wanted = lowerCase(names);
  const openings: OpeningRef[] = [];
  for await (const { index, path, value } of log.openings(0, size)) {
    if (mentions(JSON.parse(value), wanted)) openings.push({ index, path });
  }
  const actors: string[] = [];
  for await (const { actor, name } of log.allActors()) if (mentions(name, wanted)) actors.push(actor);
  const inTheClear: number[] = [];
  for await (const { index, bytes } of log.facts(0, size)) {
    if (mentions(decodeFact(bytes), wanted)) inTheClear.push(index);
  }
  if (actors.length === 0 && openings.length === 0) {
    throw new LedgerError(
      'not-found',
      `nothing sealed in the ledger names ${names.map((n) => `"${n}"`).join(' or ')}`,
      {
        hint: 'give the name as it was recorded, and other spellings with --alias',
      },
    );
  }
  return { actors, openings, inTheClear };
}

function lowerCase(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}

/** Whether any text in a JSON value holds one of these names, in whatever case. */
function mentions(value: unknown, wanted: readonly string[]): boolean {
  if (typeof value === 'string') {
    const text = value.normalize('NFC').toLowerCase();
    return wanted.some((name) => text.includes(name));
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => mentions(key, wanted) || mentions(inner, wanted));
}

function erasures({ actors, openings }: Found, nowMs: number): Draft[] {
  const at = instant(nowMs);
  const drafts: Draft[] = [];
  for (let from = 0; from === 0 || from < openings.length; from += refsPerFact) {
    const data = { actors: from === 0 ? actors : [], openings: openings.slice(from, from + refsPerFact) };
    drafts.push({
      fact: { data, occurredAt: at, recordedAt: at, source: 'erase-actor', type: 'actor.erased', v: 1 },
      secrets: [],
    });
  }
  return drafts;
}

function contextOf({ clock, random, strategies }: RecorderPorts): Context {
  return { nowMs: clock(), random, strategies, source: 'erase-actor', registersEnvironments: false };
}

function remains({ inTheClear }: Found): string[] {
  const list = [
    'backups and copies of the database, and files that were exported before: they are out of reach from here',
  ];
  if (inTheClear.length === 0) return list;
  const shown = inTheClear.slice(0, 10).join(', ');
  const more = inTheClear.length > 10 ? `, and ${inTheClear.length - 10} more` : '';
  return [...list, `a field in the clear, such as a version or a service, holds the name in the facts ${shown}${more}`];
}
