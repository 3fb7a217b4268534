import type { CommitGraph } from './commit-graph.ts';

/** A commit that undoes others. */
export interface Revert {
  /** The first line of its message. */
  readonly subject: string;
  /** The commits that it undoes, by their numbers in the graph. */
  readonly undone: readonly number[];
}

/** What a commit's message says that it undoes: ids as they are written there, whole or cut short. */
export interface RevertClaim {
  readonly subject: string;
  readonly shas: readonly string[];
}

const cue = Buffer.from('everts commit');
const sentence = /\breverts commits?\s+([0-9a-f]{7,64})\b/gi;

/** Finds `This reverts commit <sha>` as `git revert` writes it, also with `--reference` and several times in a squashed message. */
export function revertClaim(message: Buffer): RevertClaim | undefined {
  if (!message.includes(cue)) return undefined;
  const text = message.toString('utf8');
  const shas = [...text.matchAll(sentence)].map(([, sha = '']) => sha.toLowerCase());
  return shas.length === 0 ? undefined : { subject: text.trimStart().split('\n', 1)[0] ?? '', shas };
}

/**
 * The reverts among the commits, by number. One that undoes a revert puts the change back: it is none itself. A cut id that
 * fits several commits names none.
 */
export function findReverts(graph: CommitGraph, claims: ReadonlyMap<number, RevertClaim>): Map<number, Revert> {
  const numbers = resolve(graph, new Set([...claims.values()].flatMap(({ shas }) => shas)));
  const reverts = new Map<number, Revert>();
  // In the order of the graph, where what is undone comes before what undoes it.
  for (const [number, { subject, shas }] of claims) {
    const undone = shas.flatMap((sha) => numbers.get(sha) ?? []).filter((target) => !reverts.has(target));
    if (undone.length > 0) reverts.set(number, { subject, undone });
  }
  return reverts;
}

function resolve(graph: CommitGraph, shas: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>();
  const cut = new Set<string>();
  for (const sha of shas) {
    const number = graph.find(sha);
    if (number === undefined) cut.add(sha);
    else found.set(sha, number);
  }
  const lengths = new Set([...cut].map((sha) => sha.length));
  const ambiguous = new Set<string>();
  for (let number = 0; number < graph.size && cut.size > 0; number++) {
    for (const length of lengths) {
      const start = graph.sha(number).slice(0, length);
      if (!cut.has(start)) continue;
      if (found.has(start)) ambiguous.add(start);
      found.set(start, number);
    }
  }
  for (const sha of ambiguous) found.delete(sha);
  return found;
}
