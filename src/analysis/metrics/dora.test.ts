import fc from 'fast-check';
import { describe, it } from 'vitest';
import { casesAround, windows, zones } from '../../../test/support/metrics/arbitrary-case.ts';
import { expectRecounted } from '../../../test/support/metrics/expect-recounted.ts';
import { answerOf, type MetricCase, type PlainDeployment } from '../../../test/support/metrics/metric-case.ts';
import { QuarterHours, quarterMs } from '../../../test/support/metrics/quarter-hours.ts';
import { countedIn, recount } from '../../../test/support/metrics/recount.ts';
import type { Span } from '../span.ts';
import type { Dimension } from './traits.ts';

const calendars = new Map<string, QuarterHours>();
function hoursOf(tz: string): QuarterHours {
  const hours = calendars.get(tz) ?? new QuarterHours(tz);
  calendars.set(tz, hours);
  return hours;
}

const histories = fc
  .tuple(zones, windows)
  .chain(([tz, window]) => fc.tuple(fc.constant(tz), fc.constant(window), casesAround(window)));
const dimensions = fc.subarray<Dimension>(['service', 'team', 'type', 'environment', 'region', 'day', 'month'], {
  maxLength: 3,
});

describe('the metrics of dora', () => {
  it('are what counting again by the words of their definitions comes to, in any time zone', () => {
    fc.assert(
      fc.property(histories, ([tz, window, happened]) => {
        const [group] = answerOf(happened, { window, tz }).groups;
        const rows = countedIn(happened.deployments, window);
        expectRecounted(group?.metrics ?? new Map(), recount(rows, window, happened, hoursOf(tz)));
      }),
      { numRuns: 300 },
    );
  });

  it('are that in each group of any grouping, too', () => {
    fc.assert(
      fc.property(histories, dimensions, ([tz, window, happened], groupBy) => {
        const hours = hoursOf(tz);
        const rows = countedIn(happened.deployments, window);
        for (const { by, metrics } of answerOf(happened, { window, tz, groupBy }).groups) {
          const span = spanOf(by, window, hours);
          // A day that the calendar skips has no time.
          if (span === undefined) continue;
          const own = rows.filter((row) => isOf(row, by, happened, hours));
          expectRecounted(metrics, recount(own, span, happened, hours));
        }
      }),
      { numRuns: 150 },
    );
  });
});

function spanOf(by: Readonly<Record<string, string>>, { fromMs, toMs }: Span, hours: QuarterHours): Span | undefined {
  const own: number[] = [];
  for (let ms = fromMs; ms < toMs; ms += quarterMs) {
    const { date, month } = hours.at(ms);
    if ((by['day'] ?? date) === date && (by['month'] ?? month) === month) own.push(ms);
  }
  const [first, last] = [own[0], own.at(-1)];
  return first === undefined || last === undefined ? undefined : { fromMs: first, toMs: last + quarterMs };
}

function isOf(
  row: PlainDeployment,
  by: Readonly<Record<string, string>>,
  { teams }: MetricCase,
  hours: QuarterHours,
): boolean {
  const { date, month } = hours.at(row.atMs);
  const { service, environment, region, strategy } = row;
  const names: Readonly<Record<string, string>> = {
    ...{ service, environment, region, type: strategy },
    ...{ team: teams.get(service) ?? '', day: date, month },
  };
  return Object.entries(by).every(([name, value]) => names[name] === value);
}
