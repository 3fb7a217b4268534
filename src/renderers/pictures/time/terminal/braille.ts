/** Dots of a Braille character (U+2800) by row, then column: Unicode numbers them in the order in which they were invented. */
const dots = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** A canvas of dots, 2 × 4 in each character; x grows to the right, y downwards. What lies outside is not drawn. */
export class BrailleCanvas {
  readonly #cells: number[][];

  constructor(columns: number, lines: number) {
    this.#cells = Array.from({ length: lines }, () => Array.from({ length: columns }, () => 0));
  }

  dot(x: number, y: number): void {
    const line = this.#cells[Math.floor(y / 4)];
    const column = Math.floor(x / 2);
    const bits = line?.[column];
    if (line !== undefined && bits !== undefined) line[column] = bits | (dots[y & 3]?.[x & 1] ?? 0);
  }

  /** A straight line between two dots, both included. */
  line(fromX: number, fromY: number, toX: number, toY: number): void {
    const steps = Math.max(1, Math.abs(toX - fromX), Math.abs(toY - fromY));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      this.dot(Math.round(fromX + (toX - fromX) * share), Math.round(fromY + (toY - fromY) * share));
    }
  }

  /** The lines from top to bottom; where there is no dot there is a blank. */
  lines(): string[] {
    return this.#cells.map((line) =>
      line.map((bits) => (bits === 0 ? ' ' : String.fromCodePoint(0x2800 + bits))).join(''),
    );
  }
}
