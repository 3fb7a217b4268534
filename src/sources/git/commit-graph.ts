/** A commit as it is put into the graph. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  /** First the one on whose branch it was made. */
  readonly parents: readonly string[];
  /** The committer's time in unix seconds; undefined when it is none from 1970 to 9999. */
  readonly seconds: number | undefined;
  readonly author: string;
}

/**
 * Commits by number, from 0, each after its parents: columns and no object a commit, so that a million of them fit in a few
 * hundred megabytes. A parent that was never added, as beyond the edge of a shallow clone, is left out.
 */
export class CommitGraph {
  readonly #numbers = new Map<string, number>();
  readonly #shas: string[] = [];
  readonly #trees: string[] = [];
  readonly #seconds: number[] = [];
  readonly #authors: string[] = [];
  readonly #parents: number[] = [];
  /** Where the parents of each commit begin; one more than there are commits. */
  readonly #parentsFrom: number[] = [0];
  readonly #names = new Map<string, string>();

  get size(): number {
    return this.#shas.length;
  }

  /** Adds a commit whose parents were added before, and returns its number. */
  add(commit: Commit): number {
    const number = this.size;
    this.#numbers.set(commit.sha, number);
    this.#shas.push(commit.sha);
    this.#trees.push(commit.tree);
    this.#seconds.push(commit.seconds ?? -1);
    this.#authors.push(this.#once(commit.author));
    for (const sha of commit.parents) {
      const parent = this.#numbers.get(sha);
      if (parent !== undefined) this.#parents.push(parent);
    }
    this.#parentsFrom.push(this.#parents.length);
    return number;
  }

  find(sha: string): number | undefined {
    return this.#numbers.get(sha);
  }

  sha(number: number): string {
    return at(this.#shas, number);
  }

  tree(number: number): string {
    return at(this.#trees, number);
  }

  author(number: number): string {
    return at(this.#authors, number);
  }

  seconds(number: number): number | undefined {
    const seconds = at(this.#seconds, number);
    return seconds < 0 ? undefined : seconds;
  }

  parents(number: number): readonly number[] {
    return this.#parents.slice(at(this.#parentsFrom, number), at(this.#parentsFrom, number + 1));
  }

  /** Whether `older` can be reached from `newer`; a commit reaches itself. Looks only at what lies between them. */
  reaches(newer: number, older: number): boolean {
    const seen = new Set([newer]);
    const open = [newer];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (number === older) return true;
      for (const parent of this.parents(number)) {
        if (parent < older || seen.has(parent)) continue;
        seen.add(parent);
        open.push(parent);
      }
    }
    return false;
  }

  /** Few people write many commits: keeps each name once. */
  #once(name: string): string {
    const kept = this.#names.get(name);
    if (kept === undefined) this.#names.set(name, name);
    return kept ?? name;
  }
}

function at<Value>(column: readonly Value[], number: number): Value {
  const value = column[number];
  if (value === undefined) throw new RangeError(`there is no commit ${number}`);
  return value;
}
