const indent = '  ';

/** A command line as lines of at most `width` columns, broken before an option as one would type it in a shell. */
export function exampleLines(example: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const part of example.split(/ (?=-{1,2}\w)/)) {
    if (line.trim() === '') line += part;
    else if (line.length + part.length + ' '.length + ' \\'.length <= width) line += ` ${part}`;
    else {
      lines.push(`${line} \\`);
      line = indent + indent + part;
    }
  }
  return [...lines, line];
}
