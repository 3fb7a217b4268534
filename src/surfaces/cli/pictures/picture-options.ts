import type { PictureQuery } from '../../../app/pictures/picture-query.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { PictureType } from '../../../renderers/pictures/picture.ts';
import { type PeriodOptions, periodOf } from '../options/period.ts';
import { type Clock, knownAt } from '../options/times.ts';

const usualDays = 30;
/** No screen and no sheet of paper is larger, in pixels or columns. */
const largestSize = 100_000;

/** Of what a picture is asked for, as it was typed. */
export interface PictureOptions extends PeriodOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly knownAt?: string;
}

/**
 * Understands of what a picture is asked for.
 * @throws LedgerError `invalid` for what is no time or number.
 */
export function pictureQuery(type: PictureType, options: PictureOptions, clock: Clock): PictureQuery {
  const { service, environment } = options;
  return {
    type,
    service: service === 'all' ? undefined : service,
    environment,
    ...periodOf(options, clock, usualDays),
    tz: clock.tz,
    knownAt: knownAt(options.knownAt, clock),
  };
}

/**
 * Reads a width or a height; undefined when none was typed.
 * @throws LedgerError `invalid`, naming the option, unless it is a whole number that something can be drawn in.
 */
export function pictureSize(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const size = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (size > 0 && size <= largestSize) return size;
  throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} is not a size`, {
    hint: `write a whole number from 1 to ${largestSize}: pixels, or columns and lines of ascii`,
  });
}
