import * as v from 'valibot';

/** A whole number. */
export const integer = v.pipe(v.number(), v.integer());
