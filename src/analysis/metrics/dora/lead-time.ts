import type { StateSet } from '../columns/columns.ts';
import { deployedStates, replacingStates } from '../conditions.ts';
import { type Described, describeSpans } from '../describe-spans.ts';
import { type Frame, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';

/**
 * How long a commit takes to reach the environment: over commits, each counted with the deployment that shipped it first. What the
 * first known deployment of a lane shipped accumulated over an unknown time, and does not count.
 */
export function leadTime(frame: Frame): MetricColumn {
  const { commitFrom } = frame.columns;
  const [deployed, replacing] = [deployedStates(frame), replacingStates(frame)];
  const hasCommits = (place: number) => commitFrom[place] !== commitFrom[place + 1];
  return {
    of(group) {
      const { described, uncovered, future } = leadTimesOf(frame, group, replacing);
      const { count, median, p75, p90, mean } = described;
      const replaced = frame.tally.of(group, replacing);
      const [covered, first] = [replaced - uncovered, frame.tally.of(group, deployed) - replaced];
      const metric = {
        value: median,
        unit: 's',
        formula: 'median of finish − commit time, over the commits that deployments shipped first',
        p75,
        p90,
        mean,
        count,
        deployments: covered,
        excluded: { uncovered, 'first-of-lane': first, 'commits-after-finish': future },
      };
      return count > 0 ? metric : { ...metric, reason: reasonForNone(covered, uncovered, first) };
    },
    sides(group) {
      const indexes = indexesOf(frame, placesIn(frame, group, replacing, hasCommits));
      return { numerator: indexes, denominator: indexes };
    },
  };
}

interface LeadTimes {
  readonly described: Described;
  /** Deployments without commits. */
  readonly uncovered: number;
  /** Commits dated after the deployment that shipped them. */
  readonly future: number;
}

function leadTimesOf(frame: Frame, group: number, states: StateSet): LeadTimes {
  const { columns, runs, room } = frame;
  const { state, atMs, commitFrom, committedMs } = columns;
  const spansMs = room.reserve(commitsIn(frame, group));
  let [count, uncovered, future] = [0, 0, 0];
  for (let run = runs.first(group); run < runs.first(group + 1); run++) {
    const to = runs.to(run);
    let commit = commitFrom[runs.from(run)] ?? 0;
    for (let place = runs.from(run); place < to; place++) {
      const own = commit;
      commit = commitFrom[place + 1] ?? 0;
      if (states[state[place] ?? 0] !== 1) continue;
      if (own === commit) uncovered++;
      const ms = atMs[place] ?? 0;
      for (let i = own; i < commit; i++) {
        const age = ms - (committedMs[i] ?? 0);
        if (age >= 0) spansMs[count++] = age;
        else future++;
      }
    }
  }
  return { described: describeSpans(spansMs, count), uncovered, future };
}

function commitsIn({ columns: { commitFrom }, runs }: Frame, group: number): number {
  let commits = 0;
  for (let run = runs.first(group); run < runs.first(group + 1); run++)
    commits += (commitFrom[runs.to(run)] ?? 0) - (commitFrom[runs.from(run)] ?? 0);
  return commits;
}

function reasonForNone(covered: number, uncovered: number, first: number): string {
  if (covered > 0) return 'every commit is dated after the deployment that shipped it';
  if (uncovered > 0) return 'no deployment of the window says which commits it shipped';
  return first > 0
    ? 'what the first known deployment of a lane shipped is unknown'
    : 'nothing was deployed in the window';
}
