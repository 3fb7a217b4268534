import { LedgerError } from '../../../domain/errors.ts';
import { HttpError } from '../problem/problem.ts';

/** What came of checking a secret, with what RFC 6750 §3.1 wants said of one that is not good. */
export async function orInvalidToken<Result>(checked: Promise<Result>): Promise<Result> {
  try {
    return await checked;
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'unauthenticated') throw error;
    const { message, hint } = error;
    const description = message.replaceAll(/["\\]|[^ -~]/g, "'");
    throw new HttpError(401, 'unauthenticated', message, {
      ...(hint === undefined ? {} : { hint }),
      headers: { 'www-authenticate': `Bearer error="invalid_token", error_description="${description}"` },
    });
  }
}
