import type { ClaimInput, ClaimType } from '../../domain/claims/claim.ts';

/** A record as its operation takes it: without what the operation itself says. */
export type RecordOf<Type extends ClaimType, Said extends string = never> = Omit<
  Extract<ClaimInput, { type: Type }>,
  'type' | Said
>;
