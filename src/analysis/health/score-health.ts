import { healthDefinition, type PartDefinition } from './health-definition.ts';
import { type HealthEvidence, type Measurement, measurePart } from './measure-parts.ts';
import { scaleMeasurement } from './scale-measurement.ts';

export interface HealthPart extends PartDefinition, Measurement {
  /** From 0 to 100; null where nothing is measured. */
  readonly value: number | null;
  /** By how many points the score would rise if the value were 100; null without a score or a value. */
  readonly gain: number | null;
}

export interface ServiceHealth {
  /** From 0 to 100, to a tenth; null when too little is known. */
  readonly score: number | null;
  /** Why there is no score; null when there is one. */
  readonly reason: string | null;
  /** How many deployments ended in the window and count. */
  readonly deployments: number;
  readonly parts: readonly HealthPart[];
}

/** Scores the health of one service. It has no score unless enough of its deployments ended in the window. */
export function scoreHealth(evidence: HealthEvidence): ServiceHealth {
  const { minimumDeployments, parts: definitions } = healthDefinition;
  const measured = definitions.map((definition: PartDefinition) => {
    const measurement = measurePart(definition.name, evidence);
    const value = measurement.measured === null ? null : scaleMeasurement(measurement.measured, definition);
    return { ...definition, weight: weightOf(definition, measurement), ...measurement, value };
  });
  const ended = evidence.changes.length;
  const weight = measured.reduce((total, part) => total + (part.value === null ? 0 : part.weight), 0);
  const isScored = ended >= minimumDeployments && weight > 0;
  const total = measured.reduce((points, part) => points + part.weight * (part.value ?? 0), 0);
  return {
    score: isScored ? toTenths(total / weight) : null,
    reason: isScored ? null : tooFew(ended),
    deployments: ended,
    parts: measured.map((part): HealthPart => {
      if (part.value === null) return { ...part, gain: null };
      const gain = isScored ? toTenths((part.weight * (100 - part.value)) / weight) : null;
      return { ...part, value: toTenths(part.value), gain };
    }),
  };
}

function weightOf({ weight, fullWeightFrom }: PartDefinition, { measured, denominator }: Measurement): number {
  if (measured === null || fullWeightFrom === undefined) return weight;
  return (weight * Math.min(denominator, fullWeightFrom)) / fullWeightFrom;
}

function tooFew(ended: number): string {
  const deployments = ended > 1 ? `${ended} deployments` : ended === 1 ? '1 deployment' : 'no deployment';
  return `${deployments} ended in the window; a score needs ${healthDefinition.minimumDeployments}`;
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10;
}
