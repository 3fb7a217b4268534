import type { ClaimInput, ClaimType } from '../../../domain/claims/claim.ts';

type Input<Type extends ClaimType> = Extract<ClaimInput, { type: Type }>;

/** What a command line said of a claim: any field may be missing, and whether one may is for the domain to say. */
export type Said<Type extends ClaimType> = { readonly type: Type } & {
  readonly [Field in keyof Input<Type>]?: Input<Type>[Field] | undefined;
};
