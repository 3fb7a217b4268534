import type { Argument, Option } from 'commander';

/**
 * Names the values of an option for help and completion. They are not enforced here: other spellings are welcome, and an
 * unknown value is refused where its meaning is known.
 */
export function listed<Described extends Option | Argument>(option: Described, values: readonly string[]): Described {
  option.argChoices = [...values];
  return option;
}
