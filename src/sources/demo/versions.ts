import type { Random } from './random.ts';

export type Version = readonly [major: number, minor: number, patch: number];

/** The versions of one service, in the order in which they are built; none twice. */
export interface VersionLine {
  /** What a planned release is called: mostly a patch or a minor version, now and then a major one. */
  release(random: Random): string;
  /** What a fix built on top of the version released last is called. */
  hotfix(): string;
}

/** Numbers versions as semver.org does, from `first` on. */
export function versionLine(first: Version): VersionLine {
  let [major, minor, patch] = first;
  let fixed = false;
  const spelled = () => `${major}.${minor}.${patch}`;
  return {
    release(random) {
      const size = random.unit();
      if (size < 0.01) [major, minor, patch] = [major + 1, 0, 0];
      // What was under way while a fix went out was already built as the next minor version.
      else if (fixed || size < 0.4) [minor, patch] = [minor + 1, 0];
      else patch += 1;
      fixed = false;
      return spelled();
    },
    hotfix() {
      patch += 1;
      fixed = true;
      return spelled();
    },
  };
}
