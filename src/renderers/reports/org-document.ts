import { orgText } from '../languages/org.ts';
import type { DocumentWriter } from './document-writer.ts';

/** Org, with sub- and superscripts switched off: `my_service` has none. */
export const orgDocument: DocumentWriter = {
  title: (text) => `#+TITLE: ${orgText(text)}\n#+OPTIONS: ^:nil\n#+STARTUP: showall\n`,
  heading: (text) => `* ${orgText(text)}\n`,
  subheading: (text) => `** ${orgText(text)}\n`,
  paragraph: (text) => `${orgText(text)}\n`,
  item: (text) => `- ${orgText(text)}\n`,
  field: (name, value) => `- ${orgText(name)} :: ${orgText(value)}\n`,
  verbatim(lines) {
    // A comma in front keeps a line from being a heading or the end of the block; Org takes it away again.
    const quoted = lines.map((line) => line.replace(/^(?=,*(?:\*|#\+))/, ','));
    return `${['#+begin_example', ...quoted, '#+end_example'].join('\n')}\n`;
  },
};
