import { truncate } from '../../terminal/display-width.ts';

/** In columns: a name in a sentence is not what the sentence is about. */
const longestListed = 60;

/** The first few of many names, and how many more there are. */
export function listed(names: readonly string[], atMost = 6): string {
  const shown = names
    .slice(0, atMost)
    .map((name) => truncate(name, longestListed))
    .join(', ');
  return names.length > atMost ? `${shown} and ${names.length - atMost} more` : shown;
}
