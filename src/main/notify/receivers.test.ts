import { expect, it } from 'vitest';
import type { NotifySettings, Setting } from '../../surfaces/cli/settings.ts';
import { requireReceivers } from './notifying.ts';
import { receiversOf } from './receivers.ts';

const set = (value: string | undefined): Setting => ({ value, layer: 'file', place: 'config.yaml' });
const usual: NotifySettings = {
  webhook: set(undefined),
  webhookSecret: set('usual'),
  webhookFormat: set('cloudevents'),
  webhookOpened: set('false'),
  webhookAllowPrivate: set('false'),
};
const given = (webhook: unknown, more: Partial<NotifySettings> = {}): NotifySettings => ({
  ...usual,
  webhook: set(typeof webhook === 'string' ? webhook : JSON.stringify(webhook)),
  ...more,
});

it('is one address, or a list of receivers, each with what is set for all', () => {
  expect(receiversOf(usual)).toEqual([]);
  const [one] = receiversOf(given('https://hooks.example/s3cret'));
  expect(one).toMatchObject({ secret: 'usual', format: 'cloudevents', opened: false, types: undefined });
  expect(one?.name).toMatch(/^hooks\.example-[0-9a-f]{8}$/);
  const listed = [
    'https://a.example/',
    { url: 'https://b.example/', name: 'b', format: 'cdevents', services: ['api'] },
  ];
  expect(receiversOf(given(listed))).toMatchObject([
    { url: 'https://a.example/' },
    { name: 'b', format: 'cdevents', secret: 'usual', services: ['api'] },
  ]);
});

it.each([
  ['notify.webhook.0', given('ftp://hooks.example/s3cret')],
  ['notify.webhook.0', given('not an address')],
  ['notify.webhook.0', given([{ url: 'https://a.example/', typs: [] }])],
  [
    'two receivers',
    given([
      { url: 'https://a.example/', name: 'a' },
      { url: 'https://b.example/', name: 'a' },
    ]),
  ],
  ['notify.format', given('https://a.example/', { webhookFormat: set('xml') })],
  ['notify.opened', given('https://a.example/', { webhookOpened: set('yes') })],
  ['notify.allowPrivate', given('https://a.example/', { webhookAllowPrivate: set('yes') })],
])('refuses %s, and tells no address', (says, settings) => {
  expect(() => requireReceivers(settings)).toThrow(says);
  expect(() => requireReceivers(settings)).not.toThrow('s3cret');
});
