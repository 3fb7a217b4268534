export interface Artifact {
  readonly version: string;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

/**
 * The version in a package URL (https://github.com/package-url/purl-spec): its tag, else its version, which is a digest for OCI. What
 * is no package URL is taken for the version itself.
 */
export function artifactOf(id: string): Artifact {
  const [, rest = ''] = /^pkg:(.+)$/.exec(id) ?? [];
  const [path = '', query = ''] = (rest.split('#')[0] ?? '').split('?');
  const at = path.lastIndexOf('@');
  const named = at === -1 ? '' : decoded(path.slice(at + 1));
  const tag = new URLSearchParams(query).get('tag');
  const digest = /^sha\d+:[0-9a-f]+$/.test(named) ? named : undefined;
  return { version: tag || named || id, digest };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
