import { expect, test } from 'vitest';
import { type Occupant, pictureTopology } from './topology-picture.ts';

function occupant(service: string, environment: string, region: string): Occupant {
  return { service, environment, region, version: '1', sinceMs: 0, health: 'ok' };
}

test('has the places in the order of promotion, regions by name, and only services that run', () => {
  const services = ['api', 'idle', 'web'].map((name) => ({ name, team: null, tier: null, known: true }));
  const running = [
    occupant('web', 'production', 'us-east-1'),
    occupant('web', 'production', 'eu-west-1'),
    occupant('api', 'unheard-of', ''),
    occupant('api', 'staging', ''),
  ];
  const picture = pictureTopology(running, ['staging', 'production'], services, 7);
  expect(picture.places).toEqual([
    { environment: 'staging', region: '' },
    { environment: 'production', region: 'eu-west-1' },
    { environment: 'production', region: 'us-east-1' },
    { environment: 'unheard-of', region: '' },
  ]);
  expect(picture.services.map(({ name }) => name)).toEqual(['api', 'web']);
  expect(picture.asOfMs).toBe(7);
});
