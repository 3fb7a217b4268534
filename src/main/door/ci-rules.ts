import * as v from 'valibot';
import { type CiRule, ciRule } from '../../app/door/ci/ci-rule.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { Setting } from '../../surfaces/cli/settings.ts';

/**
 * Reads which runs of a CI system get a token, from the setting's JSON.
 * @throws LedgerError `invalid`, naming the rule by its place and the field at fault.
 */
export function ciRulesIn({ value, place }: Setting): CiRule[] {
  if (value === undefined) return [];
  const result = v.safeParse(v.array(ciRule), parse(value, place), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new LedgerError('invalid', `${place}: server.ci.${v.getDotPath(issue) ?? ''} ${issue.message}`, {
    field: 'server.ci',
  });
}

function parse(value: string, place: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new LedgerError('invalid', `${place}: server.ci is not a list of rules`, { field: 'server.ci' });
  }
}
