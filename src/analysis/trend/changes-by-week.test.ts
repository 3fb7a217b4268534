import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { LocalCalendar } from '../local-calendar.ts';
import { changesByWeek } from './changes-by-week.ts';

const berlin = new LocalCalendar('Europe/Berlin');
const at = (text: string) => Date.parse(text);
const span = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });

test('takes weeks from Monday to Monday in the time zone, those included in which nothing happened', () => {
  const changes = ['2026-01-04T22:59:59Z', '2026-01-04T23:00:00Z', '2026-01-18T22:59:59Z', '2026-01-25T23:00:00Z'];
  const weeks = changesByWeek(
    changes.map((finished) => aChange({ id: finished, finishedMs: at(finished) })),
    span('2026-01-01T00:00:00Z', '2026-01-26T12:00:00Z'),
    berlin,
  );
  expect(weeks.map(({ week, changes: of }) => [week, of.map(({ id }) => id)])).toEqual([
    ['2026-W02', ['2026-01-04T23:00:00Z']],
    ['2026-W03', ['2026-01-18T22:59:59Z']],
    ['2026-W04', []],
  ]);
});

test('leaves out a week that the window cuts, by however little', () => {
  const whole = span('2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z');
  expect(changesByWeek([], whole, berlin)).toHaveLength(1);
  expect(changesByWeek([], { ...whole, fromMs: whole.fromMs + 1 }, berlin)).toEqual([]);
  expect(changesByWeek([], { ...whole, toMs: whole.toMs - 1 }, berlin)).toEqual([]);
});

test('does not take seven days of 24 hours for a week when the clocks were put back in it', () => {
  const monday = at('2026-10-18T22:00:00Z');
  const hour = 3_600_000;
  expect(changesByWeek([], { fromMs: monday + hour, toMs: monday + 169 * hour }, berlin)).toEqual([]);
  expect(changesByWeek([], { fromMs: monday, toMs: monday + 169 * hour }, berlin)).toHaveLength(1);
});

test('has no week in a window without time', () => {
  expect(changesByWeek([], { fromMs: 5, toMs: 5 }, berlin)).toEqual([]);
});
