import { LedgerError } from '../../domain/errors.ts';
import type { ServerSettings, Setting } from '../../surfaces/cli/settings.ts';
import type { HttpSettings } from '../../surfaces/http/http-host.ts';
import { allowedHosts } from './allowed-hosts.ts';
import type { Address } from './listen.ts';

/** @throws LedgerError `invalid` for a port that is none. */
export function addressOf({ host, port }: ServerSettings): Address {
  const { value = '' } = port;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new LedgerError('invalid', `${JSON.stringify(value)} is not a port`, {
      field: port.place || 'port',
      hint: 'choose a number from 1 to 65535, or 0 for any that is free',
    });
  }
  return { host: host.value ?? '', port: Number(value), orNext: port.layer === 'default' };
}

/** @throws LedgerError `invalid` for a switch that is neither on nor off. */
export function httpSettings(server: ServerSettings): HttpSettings {
  const { host, hosts } = server;
  const more = (hosts.value ?? '').split(',').map((name) => name.trim());
  return {
    hosts: allowedHosts(
      host.value ?? '',
      more.filter((name) => name !== ''),
    ),
    publicLog: isOn(server.publicLog),
    publicMetrics: isOn(server.publicMetrics),
    maxSeries: seriesIn(server.maxSeries),
    compatMetrics: isOn(server.compatMetrics),
    rateLimit: limitIn(server.rateLimit),
  };
}

function limitIn({ value = '', place }: Setting): number | null {
  if (value === 'off') return null;
  const limit = Number(value);
  if (Number.isSafeInteger(limit) && limit >= 1) return limit;
  throw new LedgerError('invalid', `${place} is ${JSON.stringify(value)}, not a number of requests a second`, {
    field: place,
    hint: 'write a whole number of 1 or more, or off',
  });
}

/** A histogram is some lines for each of its series, so fewer than these hold none. */
const fewestSeries = 20;

function seriesIn({ value = '', place }: Setting): number {
  if (/^\d{1,9}$/.test(value) && Number(value) >= fewestSeries) return Number(value);
  throw new LedgerError('invalid', `${place} is ${JSON.stringify(value)}, not a number of series`, {
    field: place,
    hint: `write a whole number of ${fewestSeries} or more`,
  });
}

function isOn({ value = '', place }: Setting): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new LedgerError('invalid', `${place} is ${JSON.stringify(value)}, not true or false`, { field: place });
}
