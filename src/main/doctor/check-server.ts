import { LedgerError } from '../../domain/errors.ts';
import type { Check } from '../../surfaces/cli/check.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';
import { connectTo } from '../remote/open-remote.ts';

/** Asks the server that stands in for the database whether it can do its work, and whom it takes this machine for. */
export async function* checkServer({ database, apiKey }: Settings): AsyncGenerator<Check> {
  yield await check('server', async () => {
    await connectTo(database.value, apiKey.value).showReadiness();
    return `${database.value} can read, write and sign its log`;
  });
  yield await check('access', async () => {
    const { role, name } = await connectTo(database.value, apiKey.value).getSession();
    return `${name}, as ${role}`;
  });
}

async function check(name: string, ask: () => Promise<string>): Promise<Check> {
  try {
    return { name, state: 'ok', message: await ask() };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const { code, message, hint } = error;
    return { name, state: 'fail', failure: code, message, hint };
  }
}
