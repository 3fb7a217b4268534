/** Long enough to stay unique in the largest repositories, as in the Linux kernel's; seven digits are not. */
const shortShaDigits = 12;
const release = /^v?\d+(?:\.\d+)*(?:[-+.][\w.+-]*)?$/;
const namedRelease = /^(?:@[\w.-]+\/)?[a-z][\w.]*(?:[-_@][a-z][\w.]*)*[-_@]v?\d+\.\d+\.\d+(?:[-+.][\w.+-]*)?$/i;
const sha = /^[0-9a-f]{7,64}$/i;

/**
 * The version that a deployment of `ref` brings: a tag's name, else the first digits of the commit, since a branch holds many
 * versions. Where nobody says whether a ref is a tag (`isTag`), it is one when it reads like a release: `v2.3.0`, `2026.01`,
 * `api-2.3.0`, `@scope/api@2.3.0` or `refs/tags/…`.
 */
export function versionOfRef(ref: string, commit: string, isTag?: boolean): string {
  const tag = ref.replace(/^refs\/tags\//, '');
  const named = isTag ?? (tag !== ref || (!sha.test(ref) && (release.test(ref) || namedRelease.test(ref))));
  return named ? tag : commit.slice(0, shortShaDigits);
}
