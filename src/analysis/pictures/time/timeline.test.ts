import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenColumns } from './time-frame.ts';
import { countEvents, type Timeline, type TimelineEvent, timelineLanes } from './timeline.ts';

const frame = { fromMs: 1_000_000, toMs: 2_000_000, tz: 'UTC' };
const where = { service: 'api', environment: 'production' };

function deployment(service: string, atMs: number, failed = false): TimelineEvent {
  return {
    what: 'deployment',
    id: `${service}-${atMs}`,
    service,
    environment: 'production',
    version: '1',
    atMs,
    failed,
  };
}

function timeline(events: readonly TimelineEvent[]): Timeline {
  return { type: 'timeline', frame, events };
}

const anyEvent: fc.Arbitrary<TimelineEvent> = fc
  .record({
    what: fc.constantFrom('deployment' as const, 'rollback' as const, 'incident' as const),
    service: fc.string({ maxLength: 3 }),
    atMs: fc.integer({ min: 900_000, max: 1_999_999 }),
    failed: fc.boolean(),
    lengthMs: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
  })
  .map(({ what, service, atMs, failed, lengthMs }) => {
    if (what === 'deployment') return deployment(service, Math.max(frame.fromMs, atMs), failed);
    const named = { id: 'x', service, environment: 'production', atMs };
    if (what === 'rollback') return { ...named, what, fromVersion: '2', toVersion: '1' };
    return { ...named, what, severity: 'high', resolvedMs: lengthMs === null ? null : atMs + lengthMs };
  });

describe('timelineLanes', () => {
  it('counts every event in exactly one cell, however few lanes and columns there are', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 50 }),
        (events, mostLanes, columns) => {
          const lanes = timelineLanes(timeline(events), mostLanes, evenColumns(frame, columns));
          const sum = (field: 'deployments' | 'failed' | 'rollbacks' | 'incidents') =>
            lanes.flatMap(({ cells }) => cells).reduce((total, cell) => total + cell[field], 0);
          expect(lanes.length).toBeLessThanOrEqual(mostLanes);
          expect({
            deployments: sum('deployments'),
            failed: sum('failed'),
            rollbacks: sum('rollbacks'),
            incidents: sum('incidents'),
          }).toEqual(countEvents(events));
          expect(lanes.reduce((total, { services }) => total + services, 0)).toBe(
            new Set(events.map(({ service }) => service)).size,
          );
        },
      ),
    );
  });

  it('gives the busiest services lanes of their own and the rest one lane that says how many they are', () => {
    const events = ['a', 'b', 'b', 'c', 'c', 'c', 'd'].map((service, index) => deployment(service, 1_000_000 + index));
    const lanes = timelineLanes(timeline(events), 3, evenColumns(frame, 1));
    expect(lanes.map(({ service, services, counts }) => [service, services, counts.deployments])).toEqual([
      ['c', 1, 3],
      ['b', 1, 2],
      [null, 2, 2],
    ]);
  });

  it('marks an incident as open from the column in which it opened to that in which it was resolved', () => {
    const incident: TimelineEvent = {
      ...where,
      what: 'incident',
      id: 'i',
      severity: 'low',
      atMs: 1_250_000,
      resolvedMs: 1_750_000,
    };
    const [lane] = timelineLanes(timeline([incident]), 1, evenColumns(frame, 4));
    expect(lane?.cells.map(({ incidents, open }) => [incidents, open])).toEqual([
      [0, 0],
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('marks an incident that opened before the frame and is not resolved as open throughout', () => {
    const incident: TimelineEvent = { ...where, what: 'incident', id: 'i', severity: 'low', atMs: 1, resolvedMs: null };
    const [lane] = timelineLanes(timeline([incident]), 1, evenColumns(frame, 3));
    expect(lane?.cells.map(({ open }) => open)).toEqual([1, 1, 1]);
  });
});
