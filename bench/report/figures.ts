const thousands = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A whole number, such as `1,000,000`. */
export function count(value: number): string {
  return thousands.format(value);
}

/** Three digits that count, such as `0.123 ms`, `12.3 ms` or `4.56 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${threeDigits(ms)} ms` : `${threeDigits(ms / 1000)} s`;
}

export function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1)} ×`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function megabytes(bytes: number): string {
  return `${count(bytes / 1e6)} MB`;
}

function threeDigits(value: number): string {
  return Number(value.toPrecision(3)).toString();
}
