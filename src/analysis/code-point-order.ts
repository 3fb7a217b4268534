/** Orders text by its Unicode code points, as databases do; UTF-16 code units would put emoji before some letters. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  // The order of UTF-8 bytes is that of code points.
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
