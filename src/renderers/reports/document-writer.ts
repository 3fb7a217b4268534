/** How one language writes the parts of a document. Every text is escaped by it. */
export interface DocumentWriter {
  title(text: string): string;
  heading(text: string): string;
  subheading(text: string): string;
  paragraph(text: string): string;
  item(text: string): string;
  field(name: string, value: string): string;
  verbatim(lines: readonly string[]): string;
}
