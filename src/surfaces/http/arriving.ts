import { HttpError } from './problem/problem.ts';

/**
 * The bytes of a request's body as they come.
 * @throws HttpError 400 when the client goes away, or is cut off, before all of them have come.
 */
export async function* arriving({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch {
    throw new HttpError(400, 'invalid', 'the connection ended before the whole body had come');
  }
}
