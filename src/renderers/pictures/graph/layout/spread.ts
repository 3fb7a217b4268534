interface Block {
  sum: number;
  count: number;
}

/**
 * Moves things that stand in a row as little as possible (least squares) until each is at least `gap[i]` behind the one before:
 * isotonic regression by pooling neighbours that are too close.
 * @param wanted where each would like to be
 * @param gaps the least distance of each from the one before; the first is not looked at
 */
export function spread(wanted: readonly number[], gaps: readonly number[]): number[] {
  let offset = 0;
  const offsets = wanted.map((_, index) => {
    if (index > 0) offset += gaps[index] ?? 0;
    return offset;
  });
  const blocks: Block[] = [];
  for (const [index, place] of wanted.entries()) {
    let block = { sum: place - (offsets[index] ?? 0), count: 1 };
    for (let last = blocks.at(-1); last !== undefined && mean(last) >= mean(block); last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const places = blocks.flatMap((block) => Array<number>(block.count).fill(mean(block)));
  return places.map((place, index) => place + (offsets[index] ?? 0));
}

function mean({ sum, count }: Block): number {
  return sum / count;
}
