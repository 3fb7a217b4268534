/** What can be imported; everything but git is a file. */
export const importKinds = ['git', 'csv', 'jsonl', 'json', 'sexp', 'github', 'gitlab'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What counts as a deployment in a git repository. */
export const eachWords = ['tag', 'merge', 'commit'] as const;
