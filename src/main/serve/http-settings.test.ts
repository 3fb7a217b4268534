import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import type { ServerSettings, Setting } from '../../surfaces/cli/settings.ts';
import { addressOf, httpSettings } from './http-settings.ts';

const unset: Setting = { value: undefined, layer: 'default', place: '' };
const usual: ServerSettings = {
  port: { value: '8080', layer: 'default', place: '' },
  host: { value: '127.0.0.1', layer: 'default', place: '' },
  hosts: unset,
  tlsCert: unset,
  tlsKey: unset,
  publicLog: { value: 'false', layer: 'default', place: '' },
  publicMetrics: { value: 'false', layer: 'default', place: '' },
  maxSeries: { value: '2000', layer: 'default', place: '' },
  compatMetrics: { value: 'false', layer: 'default', place: '' },
  rateLimit: { value: '100', layer: 'default', place: '' },
  ci: unset,
};
const set = (value: string): Setting => ({ value, layer: 'environment', place: 'VARIABLE' });

test('takes the next port only where nobody named one', () => {
  expect(addressOf(usual)).toEqual({ host: '127.0.0.1', port: 8080, orNext: true });
  expect(addressOf({ ...usual, port: set('8080') })).toMatchObject({ port: 8080, orNext: false });
});

test.each(['', '-1', '65536', '80a', '8 0', '0x50'])('refuses the port %j', (port) => {
  expect(() => addressOf({ ...usual, port: set(port) })).toThrow(`${JSON.stringify(port)} is not a port`);
});

test('answers to the names of this machine and to those that are set, whatever their case', () => {
  const { hosts } = httpSettings({ ...usual, host: set('10.0.0.7'), hosts: set('Ledger.example, ,b.example') });
  expect(hosts).toEqual(['10.0.0.7', 'localhost', '127.0.0.1', '[::1]', 'ledger.example', 'b.example']);
  expect(httpSettings({ ...usual, host: set('::1') }).hosts).toContain('[::1]');
});

test('answers to each address of this machine where it listens at all of them', () => {
  const addresses = Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address));
  const { hosts } = httpSettings({ ...usual, host: set('0.0.0.0') });
  expect(hosts).toEqual(expect.arrayContaining(addresses.filter((address) => !address.includes(':'))));
});

test('takes no word but true and false for a switch', () => {
  expect(httpSettings({ ...usual, publicLog: set('true') })).toMatchObject({ publicLog: true, publicMetrics: false });
  expect(() => httpSettings({ ...usual, publicLog: set('yes') })).toThrow('VARIABLE is "yes", not true or false');
});

test('takes a number of requests a second for the rate limit, or off', () => {
  expect(httpSettings({ ...usual, rateLimit: set('off') }).rateLimit).toBeNull();
  expect(httpSettings({ ...usual, rateLimit: set('250') }).rateLimit).toBe(250);
  expect(() => httpSettings({ ...usual, rateLimit: set('0') })).toThrow('VARIABLE is "0"');
});

test('takes a whole number of series that holds a histogram at least', () => {
  expect(httpSettings({ ...usual, maxSeries: set('500') }).maxSeries).toBe(500);
  for (const few of ['19', '1e3', '20.5', '-100', 'many'])
    expect(() => httpSettings({ ...usual, maxSeries: set(few) })).toThrow(`VARIABLE is "${few}"`);
});
