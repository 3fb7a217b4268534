import { CommitGraph } from './commit-graph.ts';
import type { Git } from './git-program.ts';
import { nulRecords } from './nul-records.ts';
import { findReverts, type Revert, type RevertClaim, revertClaim } from './reverts.ts';

/** What there is to know about the commits behind a revision. */
export interface History {
  readonly graph: CommitGraph;
  readonly reverts: ReadonlyMap<number, Revert>;
  /** The commit of each tag, by the tag's name; a tag of a tag counts for the commit behind it. */
  readonly tagged: ReadonlyMap<string, number>;
  /** How many commits have a time that is none from 1970 to 9999. */
  readonly undated: number;
}

const fields = ['%H', '%T', '%P', '%ct', '%an', '%D', '%B'];
const latestSeconds = 253_402_300_799;
const tagMark = 'tag: refs/tags/';

/** Reads every commit that can be reached from `revision`, one id or `--tags`, in one pass. A single one has the last number. */
export async function readHistory(git: Git, revision: string): Promise<History> {
  const graph = new CommitGraph();
  const claims = new Map<number, RevertClaim>();
  const tagged = new Map<string, number>();
  let undated = 0;
  for await (const record of nulRecords(log(git, revision), fields.length)) {
    const message = record.pop() ?? Buffer.alloc(0);
    const [sha = '', tree = '', parents = '', time = '', author = '', refs = ''] = record.map(String);
    const seconds = usableSeconds(time);
    if (seconds === undefined) undated++;
    const number = graph.add({ sha, tree, parents: parents === '' ? [] : parents.split(' '), seconds, author });
    for (const tag of tagsIn(refs)) tagged.set(tag, number);
    const claim = revertClaim(message);
    if (claim !== undefined) claims.set(number, claim);
  }
  return { graph, reverts: findReverts(graph, claims), tagged, undated };
}

/** Parents come before children; the repository's settings must not change what is written. */
function log(git: Git, revision: string): AsyncIterable<Uint8Array> {
  const order = ['--topo-order', '--reverse'];
  const steady = ['--no-show-signature', '--encoding=UTF-8', '--decorate=full', '--decorate-refs=refs/tags'];
  return git(['log', ...order, ...steady, `--format=${fields.join('%x00')}%x00`, revision, '--']);
}

/** Reads git's unix seconds; undefined for what is no time from 1970 to 9999, which damaged commits can hold. */
export function usableSeconds(text: string): number | undefined {
  const seconds = /^\d+$/.test(text) ? Number(text) : undefined;
  return seconds === undefined || seconds > latestSeconds ? undefined : seconds;
}

/** A name of a ref holds no blank, so the separator is safe. */
function tagsIn(refs: string): string[] {
  if (refs === '') return [];
  const names = refs.split(', ');
  return names.filter((name) => name.startsWith(tagMark)).map((name) => name.slice(tagMark.length));
}
