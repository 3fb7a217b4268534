import { LedgerError } from '../../../domain/errors.ts';
import type { ImportRequest } from '../host.ts';
import { keyValues, pair } from '../options/key-values.ts';
import { optionalWord, wordOf } from '../options/words.ts';
import { eachWords, type ImportKind, importKinds } from './import-kinds.ts';

/** What is to be imported and how, as it was typed. */
export interface ImportOptions {
  readonly map?: readonly string[];
  readonly constant?: readonly string[];
  readonly rollbackWhen?: string;
  readonly tags?: readonly string[];
  readonly each?: string;
  readonly service?: string;
  readonly environment?: string;
  readonly statuses?: string;
  readonly project?: string;
}

/** The kinds that understand an option; the others have nothing that it could mean. */
const kindsOfOption: Readonly<Record<keyof ImportOptions, readonly ImportKind[]>> = {
  map: ['csv'],
  constant: ['csv'],
  rollbackWhen: ['csv'],
  tags: ['git'],
  each: ['git'],
  service: ['git', 'csv', 'github', 'gitlab'],
  environment: ['git', 'csv'],
  statuses: ['github'],
  project: ['gitlab'],
};

/**
 * Understands what is to be imported.
 * @throws LedgerError `invalid` for an unknown kind, a missing file, and an option that this kind does not have.
 */
export function importRequest(operands: readonly string[], options: ImportOptions): ImportRequest {
  const [typed = '', named] = operands;
  const kind = wordOf('import', typed, importKinds);
  const location = named ?? (kind === 'git' ? '.' : undefined);
  if (location === undefined) {
    throw new LedgerError('invalid', `import ${kind}: which file?`, { hint: 'name one, or - for standard input' });
  }
  for (const [option, kinds] of Object.entries(kindsOfOption)) {
    if (option in options && !kinds.includes(kind)) throw foreign(option, kind, kinds);
  }
  const { service, environment, tags, statuses, project, rollbackWhen } = options;
  return {
    kind,
    location,
    service,
    environment,
    tags,
    statuses,
    project,
    each: optionalWord('--each', options.each, eachWords),
    map: pairsOf('--map', options.map),
    constant: pairsOf('--constant', options.constant),
    rollbackWhen: rollbackWhen === undefined ? undefined : rollbackTest(rollbackWhen),
  };
}

function foreign(option: string, kind: string, kinds: readonly string[]): LedgerError {
  const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return new LedgerError('invalid', `${flag} is for ${kinds.join(', ')}, not for ${kind}`, {
    hint: 'see: deploy-ledger import --help',
  });
}

function pairsOf(option: string, texts: readonly string[] | undefined): Record<string, string> | undefined {
  if (texts === undefined) return undefined;
  const values = Object.entries(keyValues(option, texts));
  return Object.fromEntries(values.map(([key, value]) => [key, String(value)]));
}

function rollbackTest(text: string) {
  const [column, value] = pair('--rollback-when', text);
  return { column, value };
}
