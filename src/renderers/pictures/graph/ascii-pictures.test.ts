import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainOptions } from '../../../../test/support/graph-pictures.ts';
import { anyServices, servicesDependingOn } from '../../../../test/support/service-graphs.ts';
import { buildDependencyGraph } from '../../../analysis/dependencies/dependency-graph.ts';
import { pictureDependencies } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import { pictureImpact } from '../../../analysis/pictures/graph/impact-picture.ts';
import { type Occupant, pictureTopology } from '../../../analysis/pictures/graph/topology-picture.ts';
import { dependenciesAscii } from './dependencies-ascii.ts';
import { flowAscii } from './flow-ascii.ts';
import { impactAscii } from './impact-ascii.ts';
import { topologyAscii } from './topology-ascii.ts';

const everything = { service: null, environment: null };
const shop = servicesDependingOn(
  {
    web: ['checkout', 'search'],
    checkout: ['payments', 'identity'],
    payments: ['identity'],
    search: ['search'],
    lone: [],
  },
  { checkout: 'critical', web: 'critical' },
);

/** A picture without its title, each line without what follows its last character. */
function drawn(text: string): string {
  return `\n${text.split('\n').slice(2, -1).join('\n')}\n`;
}

test('draws dependencies as trees, each service unfolded once', () => {
  const picture = pictureDependencies(buildDependencyGraph(shop), everything);
  expect(drawn(dependenciesAscii(picture, plainOptions))).toBe(`
web  critical
├─ checkout  critical
│  ├─ ▲ identity
│  └─ payments
│     └┄ also identity
└─ ✖ search
   └┄ also search

1 service without dependencies:
  lone

6 services with 6 dependencies. Without any: 1. Only named as a dependency and otherwise unknown: 1.
1 circle: search.
✖ depends on itself in a circle   ▲ named as a dependency, otherwise unknown
`);
});

test('unfolds every service of any graph exactly once', () => {
  fc.assert(
    fc.property(anyServices, (rows) => {
      const picture = pictureDependencies(buildDependencyGraph(rows), everything);
      const lines = dependenciesAscii(picture, { ...plainOptions, width: 400 })
        .split('\n\n')
        .slice(1, -1)
        .join('\n')
        .split('\n');
      const unfolded = lines
        .filter((line) => !line.includes('also ') && !line.includes('unfolded below') && !line.endsWith(':'))
        .flatMap((line) => /s\d+/.exec(line) ?? []);
      expect(unfolded.sort()).toEqual(picture.nodes.map(({ name }) => name).sort());
    }),
  );
});

test('draws a chain of any length', () => {
  const chain = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`s${index}`, [`s${index + 1}`]]));
  const picture = pictureDependencies(buildDependencyGraph(servicesDependingOn(chain)), everything);
  expect(dependenciesAscii(picture, { ...plainOptions, height: 30 }).split('\n')).toHaveLength(31);
});

test('draws what is hit by distance and tier', () => {
  const picture = pictureImpact(buildDependencyGraph(shop), { service: 'identity', environment: null });
  expect(drawn(impactAscii(picture, plainOptions))).toBe(`
◆ identity
│
├─ ✖ directly: any change may hit 2 services
│    critical  checkout
│    no tier   payments
│
└─ ▲ 2 steps away: 1 service hit when those between fail
     critical  web

A change of identity may hit 2 services directly: checkout, payments. Its loss hits 3 services at up
to 2 steps (2 critical, 1 no tier).
`);
});

test('draws the flow from box to box', () => {
  const counts = { versions: 20, deployments: 21, clean: 19 };
  const text = flowAscii(
    {
      type: 'flow',
      service: null,
      environment: null,
      fromMs: 0,
      toMs: 86_400_000,
      stages: ['staging', 'production'].map((environment) => ({ environment, entered: 3, ...counts })),
      hops: [{ from: 'staging', to: 'production', versions: 17, clean: 8, medianMs: 5_400_000 }],
    },
    { ...plainOptions, width: 50 },
  );
  expect(drawn(text)).toBe(`
╭────────────────────────────────────────────────╮
│ staging                                        │
│ 20 versions, 21 deployments, 3 came in here    │
│ ██████████████████████░░ 95 % clean            │
╰────────────────────────────────────────────────╯
   │  17 versions, 47 % clean
   ▼  median 1h 30m
╭────────────────────────────────────────────────╮
│ production                                     │
│ 20 versions, 21 deployments, 3 came in here    │
│ ██████████████████████░░ 95 % clean            │
╰────────────────────────────────────────────────╯

1970-01-01 00:00:00 to 1970-01-02 00:00:00 UTC
Clean: no deployment of the version failed there
or did harm.
`);
});

test('draws what runs where as a table, by team', () => {
  const services = ['api', 'web'].map((name) => ({ name, team: `team ${name}`, tier: null, known: true }));
  const place = (service: string, region: string, health: Occupant['health']): Occupant => {
    return { service, environment: 'production', region, version: '1.2.0', sinceMs: 0, health };
  };
  const running = [place('api', 'eu', 'ok'), place('api', 'us', 'partial'), place('web', 'us', 'incident')];
  expect(drawn(topologyAscii(pictureTopology(running, [], services, 0), plainOptions))).toBe(`
     production
     eu          us
── team api (1) ────────
api  1.2.0       ▲ 1.2.0
── team web (1) ────────
web  ·           ✖ 1.2.0

2 services in 2 places: production eu 1, production us 2. Open incidents: web 1.2.0 in production
us.
▲ reached only a part of its targets   ✖ open incident
`);
});

test('says how many lines a low picture leaves out', () => {
  const picture = pictureDependencies(buildDependencyGraph(shop), everything);
  const text = dependenciesAscii(picture, { ...plainOptions, height: 10 });
  expect(text.split('\n')).toHaveLength(11);
  expect(text).toContain('… and 7 more lines');
});
