/** What a token may do, the least first: see the table of roles in the documentation of the server. */
export const roles = ['viewer', 'deployer', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];
