import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { eventFormats, type Receiver } from '../../app/notify/receiver.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { NotifySettings, Setting } from '../../surfaces/cli/settings.ts';

const address = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'not an http or https address'),
);
const texts = v.optional(v.array(v.pipe(v.string(), v.nonEmpty())));
const format = v.picklist(eventFormats);
const hints: Readonly<Record<string, string>> = {
  'notify.webhook':
    'it is an http or https address, or a list of {url, name, secret, format, opened, types, services, environments}',
  'notify.format': `write ${eventFormats.join(' or ')}`,
};

const receiver = v.strictObject({
  url: address,
  name: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'not a name of letters, digits, dots and dashes'))),
  secret: v.optional(v.pipe(v.string(), v.nonEmpty())),
  format: v.optional(format),
  opened: v.optional(v.boolean()),
  types: texts,
  services: texts,
  environments: texts,
});

const listed = v.array(
  v.union([
    v.pipe(
      address,
      v.transform((url): v.InferOutput<typeof receiver> => ({ url })),
    ),
    receiver,
  ]),
);

/**
 * Who is told what happens, by the settings: nobody when there are none.
 * @throws LedgerError `invalid` for a receiver that is none, or for two of one name. No message holds an address, which may be secret.
 */
export function receiversOf(settings: NotifySettings): Receiver[] {
  const { webhook, webhookSecret, webhookFormat, webhookOpened } = settings;
  if (webhook.value === undefined) return [];
  const usual = {
    secret: webhookSecret.value,
    format: parsed(format, webhookFormat.value, 'notify.format'),
    opened: isOn(webhookOpened, 'notify.opened'),
  };
  const receivers = parsed(listed, given(webhook.value), 'notify.webhook').map((own) => ({
    url: own.url,
    name: own.name ?? nameOf(own.url),
    secret: own.secret ?? usual.secret,
    format: own.format ?? usual.format,
    opened: own.opened ?? usual.opened,
    types: own.types,
    services: own.services,
    environments: own.environments,
  }));
  const names = receivers.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return receivers;
  throw new LedgerError('invalid', `two receivers of webhooks are called ${twice}`, {
    field: 'notify.webhook',
    hint: 'give each a name of its own',
  });
}

/** @throws LedgerError `invalid` for a switch that is neither on nor off. */
export function mayReachPrivate({ webhookAllowPrivate }: NotifySettings): boolean {
  return isOn(webhookAllowPrivate, 'notify.allowPrivate');
}

function isOn({ value }: Setting, field: string): boolean {
  return parsed(v.picklist(['true', 'false']), value, field) === 'true';
}

/** One address, or a list in JSON. */
function given(text: string): unknown {
  if (!text.trimStart().startsWith('[')) return [text];
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, value: unknown, field: string): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  const [issue] = issues;
  const place = [field, ...(issue.path?.map(({ key }) => String(key)) ?? [])].join('.');
  throw new LedgerError('invalid', `${place} is not what it should be`, {
    field: place,
    hint: hints[field] ?? 'write true or false',
  });
}

/** The host, which people know it by, and something of the rest, which may be secret. */
function nameOf(url: string): string {
  return `${new URL(url).host.replaceAll(/[^\w.-]/g, '-')}-${createHash('sha256').update(url).digest('hex').slice(0, 8)}`;
}
