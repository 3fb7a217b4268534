/** Says what the bench is doing. */
export type Progress = (doing: string) => void;

/** A line on a terminal that is written over again and again; nothing elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return () => {};
  return (doing) => stream.write(`\r\u001b[K${doing}`);
}
