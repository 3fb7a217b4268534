/** How a picture is to be written. */
export interface PictureOptions {
  /** Pixels, or columns of text; what suits the picture when absent. */
  readonly width: number | undefined;
  /** Pixels, or lines of text. */
  readonly height: number | undefined;
  /** Time zone in which people read times. */
  readonly tz: string;
  /** Whether text may hold the escape sequences of colours. */
  readonly color: boolean;
}

/** Writes one type of picture in one language. */
export type Renderer<Model> = (picture: Model, options: PictureOptions) => string;
