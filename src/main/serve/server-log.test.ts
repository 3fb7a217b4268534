import { expect, test } from 'vitest';
import type { LogEntry } from '../../surfaces/http/http-host.ts';
import { serverLog } from './server-log.ts';

const noon = Date.UTC(2026, 0, 15, 12);
const request: LogEntry = { level: 'info', message: 'request', method: 'GET', path: '/a b', status: 200 };

function linesOf(entries: readonly LogEntry[], least: LogEntry['level'], isTerminal = false): string[] {
  const lines: string[] = [];
  const channel = { isTerminal, color: false, write: async (text: string) => void lines.push(text) };
  const log = serverLog(channel, least, () => noon);
  for (const entry of entries) log(entry);
  return lines;
}

test('writes a line of JSON for each entry', () => {
  const [line = '', ...others] = linesOf([request], 'info');
  expect(line.endsWith('\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({ time: '2026-01-15T12:00:00.000Z', ...request });
  expect(others).toEqual([]);
});

test('writes nothing below its level', () => {
  const entries = (['debug', 'info', 'warn', 'error'] as const).map((level) => ({ level, message: level }));
  const messages = linesOf(entries, 'warn').map((line) => JSON.parse(line).message);
  expect(messages).toEqual(['warn', 'error']);
});

test('writes words for a person on a terminal, and nothing that moves its cursor', () => {
  const hostile = { ...request, path: '/\u001b[2J', agent: 'a=b "c"' };
  expect(linesOf([request, hostile], 'info', true)).toEqual([
    '12:00:00.000 info  request method=GET path="/a b" status=200\n',
    '12:00:00.000 info  request method=GET path="/\\u001b[2J" status=200 agent="a=b \\"c\\""\n',
  ]);
});
