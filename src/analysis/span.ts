/** Moments from `fromMs` on and before `toMs`, in epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}
