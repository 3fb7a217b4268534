/**
 * By which rule an incident that no person attributed belongs to a deployment. It is part of a metric profile: a change of the rule is a
 * new version of the profile.
 */
export interface AttributionRule {
  readonly version: number;
  /** A deployment that finished longer than this before the incident opened does not come into question; null: however long. */
  readonly spanMs: number | null;
  /** Whether one that finished at the very moment of the opening does. */
  readonly takesSameMoment: boolean;
  /**
   * Whether, when none of the service itself comes into question, one of a service that it depends on does. Direct dependencies only:
   * through several steps nearly everything depends on nearly everything, and the latest deployment anywhere would be blamed.
   */
  readonly takesDependencies: boolean;
}

/** The rule of the profile `dora`. */
export const doraAttribution: AttributionRule = {
  version: 1,
  spanMs: 86_400_000,
  takesSameMoment: true,
  takesDependencies: true,
};
