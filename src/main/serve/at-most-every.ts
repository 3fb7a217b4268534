/** Shares one call among all who ask while it is under way and until so many milliseconds after it began. */
export function atMostEvery<Result>(
  call: () => Promise<Result>,
  intervalMs: number,
  nowMs: () => number,
): () => Promise<Result> {
  let answer: Promise<Result> | undefined;
  let isUnderWay = false;
  let askedMs = 0;
  return () => {
    if (answer !== undefined && (isUnderWay || nowMs() - askedMs < intervalMs)) return answer;
    isUnderWay = true;
    askedMs = nowMs();
    answer = call().finally(() => {
      isUnderWay = false;
    });
    return answer;
  };
}
