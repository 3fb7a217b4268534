import { LedgerError } from '../../../domain/errors.ts';

/** Which option fills a field of a claim, for messages. */
export type OptionNames = Readonly<Record<string, string>>;

/** The options of fields that are called alike in all claims. */
const everywhere: OptionNames = {
  service: '--service',
  environment: '--environment',
  region: '--region',
  initiator: '--initiator',
  reason: '--reason',
  message: '--message',
  status: '--status',
  idempotencyKey: '--idempotency-key',
  at: '--timestamp',
};

/** Does something with a claim; when its fields are refused, the message names the options that fill them. */
export async function inOptionNames<Result>(names: OptionNames, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof LedgerError && error.code === 'invalid'
      ? renamed(error, { ...everywhere, ...names })
      : error;
  }
}

function renamed(error: LedgerError, names: OptionNames): LedgerError {
  const { code, field, hint, cause } = error;
  const path = field?.replace(/\.\d+(?=\.|$)/g, '') ?? '';
  const option = names[path] ?? names[path.split('.')[0] ?? ''];
  const message = option === undefined ? error.message : leadingField(error.message, field ?? '', option);
  return new LedgerError(code, inSentence(message, names), {
    field,
    hint: hint === undefined ? undefined : inSentence(hint, names),
    cause,
  });
}

/** `startedAt: …` and `startedAt is missing` begin with the field. */
function leadingField(message: string, field: string, option: string): string {
  const rest = message.startsWith(field) ? message.slice(field.length) : '';
  return /^(:| is )/.test(rest) ? option + rest : message;
}

/** Elsewhere only names that cannot be words of a sentence are replaced. */
function inSentence(text: string, names: OptionNames): string {
  return text.replace(/(?<![\w"-])[a-z]+[A-Z][A-Za-z]*(?![\w"])/g, (name) => names[name] ?? name);
}
