import { expect, it } from 'vitest';
import { requireDoor } from './require-door.ts';

it.each(['127.0.0.1', 'localhost', '::1'])('lets everybody on this machine in at %s until there is a token', (host) => {
  expect(requireDoor(host, false)).toEqual({ isOpen: true });
  expect(requireDoor(host, true)).toEqual({ isOpen: false });
});

it.each(['0.0.0.0', '::', '192.0.2.1', 'ledger.example'])('keeps a server from %s until there is a token', (host) => {
  expect(() => requireDoor(host, false)).toThrow('refusing to listen');
  expect(requireDoor(host, true)).toEqual({ isOpen: false });
});
