import type { Role } from '../../../domain/roles.ts';

/** Whoever sent a request, as far as the door knows. */
export interface Caller {
  readonly role: Role;
  /** What to call them in logs and facts: the name of a token, or `loopback`. */
  readonly name: string;
  /** The token's id; null for an open door. */
  readonly token: string | null;
  /** Names that the token is limited to; null for all. */
  readonly environments: readonly string[] | null;
  readonly services: readonly string[] | null;
}

/** Who may do anything, where no token was ever created and nobody else can reach the server. */
export const loopbackCaller: Caller = {
  role: 'admin',
  name: 'loopback',
  token: null,
  environments: null,
  services: null,
};

const mayRead: readonly Role[] = ['viewer', 'deployer', 'auditor', 'admin'];
const allowed: Readonly<Record<Role, readonly Role[]>> = {
  viewer: mayRead,
  deployer: ['deployer', 'admin'],
  auditor: ['auditor', 'admin'],
  admin: ['admin'],
};

/** Whether a role may do what takes another one at least: auditors read everything and record nothing. */
export function mayAct(role: Role, needed: Role): boolean {
  return allowed[needed].includes(role);
}
