import { expect, it } from 'vitest';
import { LedgerError } from '../../domain/errors.ts';
import { storageError } from './storage-error.ts';

const ofSqlite = (message: string, errcode?: number) =>
  Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', ...(errcode === undefined ? {} : { errcode }) });

it.each([
  ['database is locked', 5, 'overloaded', 'a.db is locked by another process'],
  ['database disk image is malformed', 267, 'storage', 'a.db is damaged'],
  ['database or disk is full', 13, 'storage', 'a.db is on a disk that is full'],
  ['disk I/O error', 4874, 'storage', 'a.db is on a disk that is full'],
  ['disk I/O error', 266, 'storage', 'a.db cannot be read or written'],
  ['database disk image is malformed', undefined, 'storage', 'a.db is damaged'],
  ['disk I/O error', undefined, 'storage', 'a.db cannot be read or written'],
])('the error "%s" of SQLite with the code %s is %s: %s', (message, errcode, code, says) => {
  const error = storageError(ofSqlite(message, errcode), 'a.db');
  expect(error).toMatchObject({ code, message: `${says} (${message})`, hint: expect.any(String) });
});

it.each([ofSqlite('no such table: facts', 1), ofSqlite('near "SELEKT": syntax error'), new Error('disk I/O error')])(
  'a defect stays what it is: %s',
  (error) => {
    expect(storageError(error, 'a.db')).toBe(error);
    expect(error).not.toBeInstanceOf(LedgerError);
  },
);
