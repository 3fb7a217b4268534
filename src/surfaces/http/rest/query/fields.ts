import * as v from 'valibot';
import { time } from '../../../../domain/claims/fields.ts';
import { parseSpanMs } from '../../../../domain/instant.ts';

export const mostItems = 1000;
const usualItems = '50';

/** How many items of a list, as text. */
export const limit = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= mostItems,
      (issue) => `${JSON.stringify(issue.input)} is not a number from 1 to ${mostItems}`,
    ),
    v.transform(Number),
  ),
  usualItems,
);

/** A number written as text. */
export const decimal = v.pipe(
  v.string(),
  v.check(
    (text) => /^[+-]?\d{1,15}(\.\d+)?$/.test(text.trim()),
    (issue) => `${JSON.stringify(issue.input)} is not a number`,
  ),
  v.transform(Number),
);

/** A number of days, with or without a d behind it. */
export const days = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/d$/, '')),
  decimal,
  v.check(
    (count) => count > 0,
    (issue) => `${issue.input} is not a number of days: write a number above 0, such as 30`,
  ),
);

/** A length of time, in milliseconds. */
export const span = v.pipe(
  v.string(),
  v.check(
    (text) => (parseSpanMs(text) ?? 0) > 0,
    (issue) => `${JSON.stringify(issue.input)} is not a length of time; write 30m or 2h`,
  ),
  v.transform((text) => parseSpanMs(text) ?? 0),
);

export const flag = v.pipe(
  v.picklist(['true', 'false'], (issue) => `${JSON.stringify(issue.input)} is neither true nor false`),
  v.transform((word) => word === 'true'),
);

/** A comma list; empty parts are dropped. */
export function listOf<const Item extends v.GenericSchema<string, unknown>>(item: Item) {
  return v.pipe(
    v.string(),
    v.transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
    v.array(item),
  );
}

const at = v.optional(time);

/** Ends of a span of time, under either of their names: from ≤ time < to. */
export const windowFields = { from: at, since: at, to: at, until: at, tz: v.optional(v.string(), 'UTC') };
/** As of which knowledge: a time, or the index of the last fact that counts. */
export const knownAtField = { known_at: at };
/** As things stood at a time. */
export const asOfField = { as_of: at };
export const pageFields = { limit, cursor: v.optional(v.string()) };
