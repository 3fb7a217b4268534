import type { NotifySettings } from '../../surfaces/cli/settings.ts';
import type { Place } from './place.ts';

/** Where the settings of those may be found who are told what happens. Some addresses let anybody write who knows them. */
export const notifyPlaces: Readonly<Record<keyof NotifySettings, Place>> = {
  webhook: { variable: 'DEPLOY_LEDGER_WEBHOOK', key: 'notify.webhook', kind: 'address or receivers', secret: true },
  webhookSecret: { variable: 'DEPLOY_LEDGER_WEBHOOK_SECRET', key: 'notify.secret', secret: true },
  webhookFormat: { variable: 'DEPLOY_LEDGER_WEBHOOK_FORMAT', key: 'notify.format', usual: 'cloudevents' },
  webhookOpened: { variable: 'DEPLOY_LEDGER_WEBHOOK_OPENED', key: 'notify.opened', kind: 'switch', usual: 'false' },
  webhookAllowPrivate: {
    variable: 'DEPLOY_LEDGER_WEBHOOK_ALLOW_PRIVATE',
    key: 'notify.allowPrivate',
    kind: 'switch',
    usual: 'false',
  },
};
