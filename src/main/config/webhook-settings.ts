import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import type { WebhookSettings } from '../../app/deliveries/webhooks.ts';
import { LedgerError } from '../../domain/errors.ts';
import { parseSpanMs } from '../../domain/instant.ts';
import { parseSettings } from '../../sources/webhooks/parse-settings.ts';
import { defaultRetentionMs, type SourceSettings } from '../../sources/webhooks/source-settings.ts';

const secret = v.pipe(v.string(), v.nonEmpty('is empty'));
const source = v.strictObject({
  secret: v.optional(secret),
  /** Several, while one takes the place of another. */
  secrets: v.optional(v.array(secret)),
  rules: v.optional(v.unknown()),
  mapping: v.optional(v.unknown()),
});
const section = v.optional(v.objectWithRest({ retention: v.optional(v.string()) }, source), {});

interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/**
 * The settings of the sources of webhooks: the section `sources` of the config file, and secrets from the environment, which come
 * before those of the file. `GITHUB_WEBHOOK_SECRET` is the secret of `github`, several in lines; with `_FILE` it names a file.
 * @throws LedgerError `invalid`, naming the setting.
 */
export function webhookSettings(given: unknown, surroundings: Surroundings): WebhookSettings {
  const { retention, ...fromFile } = parseSettings(section, given ?? undefined, 'sources');
  const secrets = secretsIn(surroundings);
  const names = new Set([...Object.keys(fromFile), ...secrets.keys()]);
  const sources = [...names].map((name): [string, SourceSettings] => {
    const { secret: one, secrets: many = [], rules, mapping } = fromFile[name] ?? {};
    const inFile = one === undefined ? many : [one, ...many];
    return [name, { secrets: secrets.get(name) ?? inFile, rules, mapping }];
  });
  return { sources: Object.fromEntries(sources), retentionMs: retentionMs(retention) };
}

function retentionMs(text: string | undefined): number {
  const ms = text === undefined ? defaultRetentionMs : parseSpanMs(text);
  if (ms !== undefined) return ms;
  throw new LedgerError('invalid', `sources.retention: ${JSON.stringify(text)} is not a span of time`, {
    field: 'sources.retention',
    hint: 'write 30d or 12h',
  });
}

/** Secrets in the environment by the source's name. */
function secretsIn({ environment, cwd }: Surroundings): ReadonlyMap<string, readonly string[]> {
  const found = Object.entries(environment).flatMap(([variable, value]): [string, readonly string[]][] => {
    const [, source, file] = /^([A-Z][A-Z0-9_]*)_WEBHOOK_(?:SECRET|TOKEN)(_FILE)?$/.exec(variable) ?? [];
    if (source === undefined || !value) return [];
    const text = file === undefined ? value : secretFile(resolve(cwd, value), variable);
    return [
      [
        source.toLowerCase().replaceAll('_', '-'),
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ],
    ];
  });
  return new Map(found);
}

function secretFile(path: string, variable: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new LedgerError('invalid', `${variable}: cannot read the secret in ${path}`, { field: variable, cause });
  }
}
