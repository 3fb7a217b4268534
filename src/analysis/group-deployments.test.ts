import { describe, expect, it } from 'vitest';
import { deploymentRow } from '../../test/support/rows.ts';
import { groupDeployments } from './group-deployments.ts';
import { LocalCalendar } from './local-calendar.ts';

const at = (text: string) => Date.parse(text);
const window = { fromMs: at('2026-01-05'), toMs: at('2026-01-19') };
const deployed = (finish: string, service = 'api') => ({
  ...deploymentRow({ id: finish, service }),
  finishedMs: at(finish),
});
const group = (rows: ReturnType<typeof deployed>[], ...by: Parameters<typeof groupDeployments>[2]) =>
  groupDeployments(rows, window, by, new LocalCalendar('UTC')).map(({ by, deployments }) => [by, deployments.length]);

describe('the groups of deployments', () => {
  it('are a single one without a dimension, even of none', () => {
    expect(group([])).toEqual([[{}, 0]]);
    expect(group([deployed('2026-01-06'), deployed('2026-01-13')])).toEqual([[{}, 2]]);
  });

  it('are those that occur, in the order of their names by code point', () => {
    const rows = ['b', '\u{1f680}', '\uff21', 'a', 'b'].map((service) => deployed('2026-01-06', service));
    expect(group(rows, 'service')).toEqual([
      [{ service: 'a' }, 1],
      [{ service: 'b' }, 2],
      [{ service: '\uff21' }, 1],
      [{ service: '\u{1f680}' }, 1],
    ]);
    expect(group([], 'service')).toEqual([]);
  });

  it('show each period of the window, silent ones included, for everything that occurs in it', () => {
    const rows = [deployed('2026-01-06', 'web'), deployed('2026-01-13', 'api'), deployed('2026-01-14', 'api')];
    expect(group(rows, 'service', 'week')).toEqual([
      [{ service: 'api', week: '2026-W02' }, 0],
      [{ service: 'api', week: '2026-W03' }, 2],
      [{ service: 'web', week: '2026-W02' }, 1],
      [{ service: 'web', week: '2026-W03' }, 0],
    ]);
    expect(group([], 'week')).toEqual([
      [{ week: '2026-W02' }, 0],
      [{ week: '2026-W03' }, 0],
    ]);
  });

  it('name the strategy as the type, and the dimensions in the order asked for', () => {
    const [first] = groupDeployments(
      [deployed('2026-01-06')],
      window,
      ['month', 'type', 'region', 'environment'],
      new LocalCalendar('UTC'),
    );
    expect(Object.entries(first?.by ?? {})).toEqual([
      ['month', '2026-01'],
      ['type', 'rolling'],
      ['region', ''],
      ['environment', 'production'],
    ]);
  });
});
