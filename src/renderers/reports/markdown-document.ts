import { markdownText } from '../languages/markdown.ts';
import type { DocumentWriter } from './document-writer.ts';

/** Markdown as GitHub reads it (GFM). */
export const markdownDocument: DocumentWriter = {
  title: (text) => `# ${markdownText(text)}\n`,
  heading: (text) => `## ${markdownText(text)}\n`,
  subheading: (text) => `### ${markdownText(text)}\n`,
  paragraph: (text) => `${markdownText(text)}\n`,
  item: (text) => `- ${markdownText(text)}\n`,
  field: (name, value) => `- **${markdownText(name)}:** ${markdownText(value)}\n`,
  verbatim(lines) {
    // A fence must be longer than any run of backticks between its two ends (GFM §4.5).
    const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
    const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
    return `${[fence, ...lines, fence].join('\n')}\n`;
  },
};
