import type { History } from './read-history.ts';
import type { Release } from './release.ts';
import { compareVersions } from './version.ts';

/** A release and what it changed. */
export interface Shipment {
  readonly release: Release;
  /** The commits that no earlier release of the service contains, by their numbers in the graph. */
  readonly commits: readonly number[];
  /** Earlier releases that it was made to mend: it does nothing but revert commits of theirs. */
  readonly remediates: readonly Release[];
  readonly rollback: Rollback | undefined;
}

/** That a release put an older one back. */
export interface Rollback {
  readonly from: Release;
  readonly to: Release;
  readonly reason: string;
}

/**
 * Says of each release what it shipped first. Lanes are the releases of one service each, in the order in which they came out.
 * Visits each commit once a lane.
 */
export function* shipments(history: History, lanes: Iterable<readonly Release[]>): Generator<Shipment> {
  // The number of the release that shipped a commit, counted over all lanes: what is below a lane's first is another's.
  const shippedBy = new Int32Array(history.graph.size);
  let first = 1;
  for (const releases of lanes) {
    const lane = new Lane(history, releases, shippedBy, first);
    for (const place of releases.keys()) yield lane.ship(place);
    first += releases.length;
  }
}

/** One service's releases while they are gone through. */
class Lane {
  readonly #history: History;
  readonly #releases: readonly Release[];
  readonly #shippedBy: Int32Array;
  readonly #first: number;
  /** What runs: after a rollback the release that it put back. */
  #runs: Release | undefined;
  /** The latest release of each commit, and of each state of the files, that put back no other. */
  readonly #byCommit = new Map<number, Release>();
  readonly #byTree = new Map<string, Release>();
  readonly #places = new Map<Release, number>();

  constructor(history: History, releases: readonly Release[], shippedBy: Int32Array, first: number) {
    this.#history = history;
    this.#releases = releases;
    this.#shippedBy = shippedBy;
    this.#first = first;
  }

  ship(place: number): Shipment {
    const release = this.#releases[place];
    if (release === undefined) throw new RangeError(`there is no release ${place}`);
    this.#places.set(release, place);
    const commits = this.#take(release.commit, this.#first + place);
    const undone = this.#undoneBy(commits, place);
    const rollback = commits.length === 0 ? this.#redeployed(release, place) : this.#restored(release, undone, commits);
    const remediates = this.#onlyReverts(commits) ? undone : [];
    this.#runs = rollback?.to ?? release;
    if (this.#runs === release) {
      this.#byCommit.set(release.commit, release);
      this.#byTree.set(this.#history.graph.tree(release.commit), release);
    }
    return { release, commits, remediates, rollback };
  }

  /** Marks what can be reached from the commit and was not shipped before. */
  #take(commit: number, number: number): number[] {
    const { graph } = this.#history;
    const taken: number[] = [];
    const open = [commit];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if ((this.#shippedBy[next] ?? 0) >= this.#first) continue;
      this.#shippedBy[next] = number;
      taken.push(next);
      open.push(...graph.parents(next));
    }
    return taken;
  }

  /** Whether a release does nothing but revert; one commit more may be its own, with the version and the notes. */
  #onlyReverts(commits: readonly number[]): boolean {
    const { graph, reverts } = this.#history;
    const others = commits.filter((commit) => !reverts.has(commit) && graph.parents(commit).length < 2);
    return others.length <= 1;
  }

  /** The earlier releases that shipped what these commits revert, oldest first. */
  #undoneBy(commits: readonly number[], place: number): Release[] {
    const undone = commits.flatMap((commit) => this.#history.reverts.get(commit)?.undone ?? []);
    const places = undone.map((commit) => (this.#shippedBy[commit] ?? 0) - this.#first);
    const earlier = [...new Set(places)].filter((other) => other >= 0 && other < place).sort((a, b) => a - b);
    return earlier.flatMap((other) => this.#releases[other] ?? []);
  }

  /**
   * A release without new commits, older than what runs, puts back what was released of its commit before, or is a newer number
   * on older code. An older number that was never released is only a late tag, and the final release of a candidate is new.
   */
  #redeployed(release: Release, place: number): Rollback | undefined {
    const last = this.#releases[place - 1];
    const from = this.#runs;
    if (last === undefined || from === undefined || release.commit === last.commit) return undefined;
    const before = this.#byCommit.get(release.commit);
    const again = before !== undefined && before.version.stage >= 0;
    if (!again && compareVersions(release.version, last.version) < 0) return undefined;
    if (!this.#history.graph.reaches(last.commit, release.commit)) return undefined;
    const reason = release.subject?.trim() || `${release.name} was tagged on an older commit than ${last.name}`;
    return { from, to: again ? before : release, reason };
  }

  /** Reverts that lead to exactly the files of a release before the one that they undo put that release back. */
  #restored(release: Release, undone: readonly Release[], commits: readonly number[]): Rollback | undefined {
    const { graph, reverts } = this.#history;
    const from = undone.at(-1);
    const to = this.#byTree.get(graph.tree(release.commit));
    if (from === undefined || to === undefined || this.#placeOf(to) >= this.#placeOf(from)) return undefined;
    const newest = commits.filter((commit) => reverts.has(commit)).reduce((a, b) => Math.max(a, b));
    return { from, to, reason: reverts.get(newest)?.subject.trim() || `${release.name} reverts ${from.name}` };
  }

  #placeOf(release: Release): number {
    return this.#places.get(release) ?? -1;
  }
}
