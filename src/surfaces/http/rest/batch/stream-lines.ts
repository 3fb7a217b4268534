/** Bytes of results that wait for a client which sends before it reads. */
const mostWaitingBytes = 1_048_576;

/** A body of one JSON value a line. What makes the values is asked for the next one when there is room, and stopped when nobody reads. */
export function streamLines(values: AsyncGenerator<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await values.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      },
      async cancel() {
        await values.return(undefined);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
  );
}
