/** Of what a picture is made. */
export interface TimeScope {
  /** All when undefined. */
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly knownAt: number | undefined;
}
