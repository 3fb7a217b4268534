/**
 * A proof near the root reads the roots of up to 255 neighbouring tiles, and the rows of the upper levels lie far apart: each would be a
 * page of its own to read. In this index they lie side by side.
 */
export const tileRoots004 = `
CREATE INDEX tiles_by_root ON tiles (ledger, level, n, root);
`;
