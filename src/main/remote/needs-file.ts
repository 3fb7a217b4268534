import { LedgerError } from '../../domain/errors.ts';

/** What can only be done where the database is, refused with the way to do it. */
export function needsFile(what: string, instead?: string): LedgerError {
  const where = 'do it on the machine of the server, with --database naming the file that it serves';
  return new LedgerError('invalid', `${what} takes the database itself, and --database names a server`, {
    field: 'database',
    hint: instead === undefined ? where : `${where}; or ${instead}`,
  });
}
