import { escapeInvisible } from '../../languages/escape-invisible.ts';
import { escapeMermaid } from './escape-mermaid.ts';

/** Lines that show a title above a diagram that has no statement for it; they stand before the line that names its kind. */
export function titleLines(title: string): string[] {
  // A JSON string is a YAML string, too; Mermaid looks for tags and directives even here.
  const quoted = escapeInvisible(JSON.stringify(title)).replace(/[<>&%]/g, (character) => {
    return `\\u00${character.charCodeAt(0).toString(16)}`;
  });
  return ['---', `title: ${quoted}`, '---'];
}

/** Lines that give a diagram its title and alternative text; they stand right behind the line that names its kind. */
export function accessibleLines(title: string, description: string): string[] {
  return [`accTitle: ${escapeMermaid(title)}`, `accDescr: ${escapeMermaid(description)}`];
}
