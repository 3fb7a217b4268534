import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import type { Profile } from './profile.ts';
import { profileNames } from './profile-names.ts';
import { classic } from './profiles/classic.ts';
import { devlake2021, devlake2023 } from './profiles/devlake.ts';
import { dora } from './profiles/dora.ts';
import { fourKeys } from './profiles/four-keys.ts';
import { gitlab } from './profiles/gitlab.ts';
import { middleware } from './profiles/middleware.ts';

export const profiles: readonly Profile[] = [dora, classic, devlake2023, devlake2021, gitlab, fourKeys, middleware];

/** @throws LedgerError `invalid` for a name that no profile has. */
export function profileNamed(typed: string): Profile {
  const name = typed.trim().toLowerCase().replaceAll('_', '-');
  const profile = profiles.find((one) => one.name === name);
  if (profile !== undefined) return profile;
  throw new LedgerError('invalid', `unknown profile ${JSON.stringify(typed)}${didYouMean(name, profileNames)}`, {
    field: 'profile',
    hint: `known are: ${profileNames.join(', ')}`,
  });
}
