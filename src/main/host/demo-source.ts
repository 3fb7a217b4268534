import { demoFleet } from '../../sources/demo/fleet.ts';
import type { ImportSource } from '../../surfaces/cli/host.ts';

/** The claims of the demo fleet, numbered from 1. */
export function demoSource(seed: string, nowMs: number): ImportSource {
  return { readings: () => readings(seed, nowMs), known: () => 0, share: () => undefined, notes: () => [] };
}

async function* readings(seed: string, nowMs: number) {
  let line = 0;
  for (const claim of demoFleet({ seed, nowMs })) yield { line: ++line, claim };
}
