import type { ServerSettings } from '../../surfaces/cli/settings.ts';
import type { Place } from './place.ts';

/** Where the settings of the server may be found. */
export const serverPlaces: Readonly<Record<keyof ServerSettings, Place>> = {
  port: { variable: 'DEPLOY_LEDGER_PORT', key: 'server.port', kind: 'number', usual: '8080' },
  host: { variable: 'DEPLOY_LEDGER_HOST', key: 'server.host', usual: '127.0.0.1' },
  hosts: { variable: 'DEPLOY_LEDGER_HOSTS', key: 'server.hosts', kind: 'list' },
  tlsCert: { variable: 'DEPLOY_LEDGER_TLS_CERT', key: 'server.tls.cert' },
  tlsKey: { variable: 'DEPLOY_LEDGER_TLS_KEY', key: 'server.tls.key' },
  publicLog: { variable: 'DEPLOY_LEDGER_LOG_PUBLIC', key: 'log.public', kind: 'switch', usual: 'false' },
  publicMetrics: { variable: 'DEPLOY_LEDGER_METRICS_PUBLIC', key: 'metrics.public', kind: 'switch', usual: 'false' },
  maxSeries: { variable: 'DEPLOY_LEDGER_MAX_SERIES', key: 'prometheus.maxSeries', kind: 'number', usual: '2000' },
  compatMetrics: { variable: 'DEPLOY_LEDGER_COMPAT_METRICS', key: 'prometheus.compat', kind: 'switch', usual: 'false' },
  rateLimit: { variable: 'DEPLOY_LEDGER_RATE_LIMIT', key: 'server.rateLimit', kind: 'number or off', usual: '100' },
  ci: { variable: 'DEPLOY_LEDGER_CI_RULES', key: 'server.ci', kind: 'list of rules' },
};
