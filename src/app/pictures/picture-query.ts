import type { PictureType } from '../../renderers/pictures/picture.ts';
import type { KnownAt } from '../queries.ts';

/** Of what a picture is asked for. */
export interface PictureQuery {
  readonly type: PictureType;
  /** Only of it, or what is around it. */
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  /** fromMs ≤ time < toMs; what runs where is shown as of `toMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly tz: string;
  readonly knownAt?: KnownAt | undefined;
}
