/** The profiles there are, without loading one. */
export const profileNames = [
  'dora',
  'classic',
  'devlake-2023',
  'devlake-2021',
  'gitlab',
  'four-keys',
  'middleware',
] as const;
export type ProfileName = (typeof profileNames)[number];
