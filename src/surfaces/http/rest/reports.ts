import * as v from 'valibot';
import { type AnalysisType, analysisTypes } from '../../../app/analyze/analysis-query.ts';
import { name } from '../../../domain/claims/fields.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { didYouMean } from '../../../domain/suggest.ts';
import { spell } from '../../../domain/vocabulary.ts';
import type { Route } from '../route.ts';
import { days, decimal, flag, knownAtField, span, windowFields } from './query/fields.ts';
import { knownAtIn, periodIn } from './query/times.ts';
import { clockOf, showRoute } from './read-route.ts';
import { analysisShape, healthShape } from './shapes/reports.ts';

const scope = {
  service: v.optional(name),
  environment: v.optional(name),
  period: v.optional(days),
  ...windowFields,
  ...knownAtField,
};

export const reportRoutes: readonly Route[] = [
  showRoute(
    {
      path: '/api/v1/health',
      id: 'showHealth',
      summary: 'Score each service from 0 to 100, with the numbers behind the score and what would raise it',
      query: v.strictObject({ ...scope, include_recommendations: v.optional(flag, 'true') }),
      shape: healthShape,
      madeOf: 'clock',
    },
    ({ ledger, query, nowMs }) => {
      const clock = clockOf({ nowMs, query });
      return ledger.health({ ...scopeIn(query, clock, 30), recommendations: query.include_recommendations });
    },
  ),
  showRoute(
    {
      path: '/api/v1/analysis/{type}',
      id: 'showAnalysis',
      summary: 'Find out what the deployments that ended in a window tell',
      description: `The type is one of: ${analysisTypes.join(', ')}.`,
      query: v.strictObject({ ...scope, threshold: v.optional(decimal), span: v.optional(span) }),
      shape: analysisShape,
      madeOf: 'clock',
    },
    ({ ledger, params, query, nowMs }) => {
      const clock = clockOf({ nowMs, query });
      const { threshold, span: spanMs } = query;
      const type = analysisNamed(params['type'] ?? '');
      return ledger.analyze({ type, ...scopeIn(query, clock, 90), threshold, spanMs });
    },
  ),
];

type ScopeQuery = v.InferOutput<v.StrictObjectSchema<typeof scope, undefined>>;

function scopeIn(query: ScopeQuery, clock: ReturnType<typeof clockOf>, usualDays: number) {
  const { service, environment } = query;
  return {
    service: service === 'all' ? undefined : service,
    environment,
    ...periodIn(query, clock, usualDays),
    tz: clock.tz,
    knownAt: knownAtIn('known_at', query.known_at, clock),
  };
}

function analysisNamed(typed: string): AnalysisType {
  const word = spell(typed);
  const found = analysisTypes.find((type) => type === word);
  if (found !== undefined) return found;
  throw new LedgerError(
    'not-found',
    `there is no analysis ${JSON.stringify(typed)}${didYouMean(word, analysisTypes)}`,
    {
      field: 'type',
      hint: `one of: ${analysisTypes.join(', ')}`,
    },
  );
}
