import { expect, it } from 'vitest';
import { ciRulesIn } from './ci-rules.ts';

const rule = { issuer: 'https://ci.example', audience: 'ledger', where: { repository: 'octo/*' }, role: 'deployer' };
const setting = (value: string | undefined) => ({ value, layer: 'file', place: 'config.yaml' }) as const;

it('reads rules, and has none where none are set', () => {
  expect(ciRulesIn(setting(JSON.stringify([rule])))).toEqual([rule]);
  expect(ciRulesIn(setting(undefined))).toEqual([]);
});

it.each([
  ['{', 'is not a list of rules'],
  [{ ...rule, where: {} }, "lets in anybody's runs"],
  [{ ...rule, where: { ref: 'refs/heads/main' } }, "lets in anybody's runs"],
  [{ ...rule, where: { repository: '**' } }, "lets in anybody's runs"],
  [{ ...rule, issuer: 'http://ci.example' }, 'server.ci.0.issuer'],
  [{ ...rule, role: 'admin' }, 'server.ci.0.role'],
  [{ ...rule, audience: undefined }, 'server.ci.0'],
  [{ ...rule, wher: {} }, 'server.ci.0.wher'],
])('refuses %j', (bad, message) => {
  const value = typeof bad === 'string' ? bad : JSON.stringify([bad]);
  expect(() => ciRulesIn(setting(value))).toThrow(message);
});
