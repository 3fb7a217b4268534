/**
 * What the metadata of a deployment say of tests: every entry in whose name `test`, `tests`, `tested` or `testing` is a word, as
 * `name: value`. Facts have no field of their own for it, so an empty answer means that nothing is recorded, not that nothing was tested.
 */
export function testsRecorded(metadata: Readonly<Record<string, unknown>> | null): string[] {
  return Object.entries(metadata ?? {})
    .filter(([name]) => wordsOf(name).some((word) => /^test(?:s|ed|ing)?$/.test(word)))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

/** `unitTests`, `unit-tests` and `unit_tests` are the same two words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}
