import type { HealthEvidence } from '../../analysis/health/measure-parts.ts';
import type { HealthPart, ServiceHealth } from '../../analysis/health/score-health.ts';
import type { RecommendationView } from './health-view.ts';
import { wordRecommendation } from './word-recommendation.ts';

/** Less than this is not worth a sentence. */
const leastGain = 1;

/** Says what would raise a service's score, the most effective first; for a service without a score what would if it had one. */
export function recommend(service: string, { parts }: ServiceHealth, evidence: HealthEvidence): RecommendationView[] {
  return parts
    .filter(({ gain, value }) => (gain === null ? value !== null && value < 100 : gain >= leastGain))
    .sort((a, b) => lostPoints(b) - lostPoints(a))
    .map((part) => ({
      part: part.name,
      gain: part.gain,
      text: wordRecommendation({ service, part, evidence }),
      ids: part.ids,
    }));
}

function lostPoints({ weight, value }: HealthPart): number {
  return weight * (100 - (value ?? 100));
}
