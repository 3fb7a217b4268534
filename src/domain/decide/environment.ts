import type { EnvironmentClaim } from '../claims/claim.ts';
import { builtinEnvironments, parseLimit, tierOfName } from '../environments.ts';
import { LedgerError } from '../errors.ts';
import type { Draft } from '../facts/fact.ts';
import { instant, parseTime } from '../instant.ts';
import { shellWord } from '../shell-word.ts';
import { didYouMean } from '../suggest.ts';
import type { Context, Decision, Known } from './context.ts';

export function decideEnvironment(claim: EnvironmentClaim, _known: Known, context: Context): Decision {
  return { id: claim.name, drafts: [registration(claim, context)], warnings: [] };
}

function registration(claim: Omit<EnvironmentClaim, 'type'>, context: Context): Draft {
  const atMs = claim.at === undefined ? context.nowMs : parseTime(claim.at, context.nowMs, 'at');
  return {
    fact: {
      data: {
        environment: claim.name,
        limitMs: claim.limit === undefined ? undefined : parseLimit(claim.limit),
        order: claim.order,
        tier: claim.tier ?? tierOfName(claim.name),
      },
      occurredAt: instant(atMs),
      recordedAt: instant(context.nowMs),
      source: context.source,
      type: 'environment.registered',
      v: 1,
    },
    secrets: [],
  };
}

/**
 * What has to be recorded before something can happen in an environment: nothing when it is known, its registration when this
 * way in registers what it meets.
 * @throws LedgerError `invalid` with the nearest name and the way to register it.
 */
export function enterEnvironment(
  name: string,
  known: Known,
  context: Context,
): { readonly drafts: readonly Draft[]; readonly warnings: readonly string[] } {
  const names = [...builtinEnvironments.map((environment) => environment.name), ...known.environments()];
  if (names.includes(name)) return { drafts: [], warnings: [] };
  if (!context.registersEnvironments) {
    throw new LedgerError('invalid', `unknown environment ${JSON.stringify(name)}${didYouMean(name, names)}`, {
      field: 'environment',
      hint: `register a new one with: deploy-ledger register-environment ${shellWord(name)} --tier ${tierOfName(name)}, or add --new-environment`,
    });
  }
  const tier = tierOfName(name);
  return {
    drafts: [registration({ name, tier }, context)],
    warnings: [`registered the environment ${JSON.stringify(name)} with tier ${tier}, as its name suggests`],
  };
}
