/** What is asked by service and week, as columns: place p of each is the same group. Groups without deployments may be missing. */
export interface WeeklyAnswer {
  readonly services: readonly string[];
  /** See weekOf. */
  readonly weeks: ArrayLike<number>;
  /** How many deployments reached production. */
  readonly deployed: ArrayLike<number>;
  /** Medians in seconds; NaN of none. */
  readonly leadTime: ArrayLike<number>;
  readonly recoveryTime: ArrayLike<number>;
  /** NaN where nothing was deployed. */
  readonly changeFailRate: ArrayLike<number>;
}

/** @throws Error unless both say the same of every group with a deployment, up to the noise of their last digits. */
export function expectSame(measured: WeeklyAnswer, baseline: WeeklyAnswer): void {
  const [ours, theirs] = [byGroup(measured), byGroup(baseline)];
  for (const group of new Set([...ours.keys(), ...theirs.keys()])) {
    const [left, right] = [ours.get(group) ?? [], theirs.get(group) ?? []];
    const same = left.length === right.length && left.every((value, i) => isSame(value, right[i]));
    if (!same) throw new Error(`of ${group}, one says ${left} and the other ${right}`);
  }
}

function byGroup(answer: WeeklyAnswer): Map<string, number[]> {
  const { services, weeks, deployed, leadTime, changeFailRate, recoveryTime } = answer;
  const groups = new Map<string, number[]>();
  for (const [i, service] of services.entries()) {
    const values = [deployed, leadTime, changeFailRate, recoveryTime].map((column) => column[i] ?? Number.NaN);
    if (values[0] !== 0) groups.set(`${service} in week ${weeks[i]}`, values);
  }
  return groups;
}

function isSame(a: number, b = Number.NaN): boolean {
  return Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) <= 1e-9 * Math.abs(a);
}
