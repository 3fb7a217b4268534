import type { JsonSchema } from '@valibot/to-json-schema';
import type { QuerySchema, Route } from '../route.ts';
import { inputSchema } from './json-schema.ts';
import type { Parameter } from './open-api.ts';

/** What each parameter means, by name: the same everywhere. */
const meanings: Readonly<Record<string, string>> = {
  a: 'One side: an environment, or an environment at a time',
  against: 'Another profile, to name what makes the difference',
  all: 'Also what is left out otherwise',
  as_of: 'As things stood at that time',
  b: 'The side that it is compared with',
  compare: 'Say beside each number what it was in the window before',
  cursor: 'Where the page before ended: its next',
  environment: 'Of this environment',
  explain: 'Name the deployments on either side of each fraction',
  from: 'From this time on',
  group_by: 'Apart by these',
  include_recommendations: 'Say what would raise the scores',
  initiator: 'By this person; takes the role auditor',
  kind: 'Of this kind of change',
  known_at: 'As the ledger knew it then: a time, or the index of the last fact that counts',
  limit: 'At most so many',
  metric: 'Which of them',
  open: 'Only those that are not over',
  period: 'Of the last days',
  profile: 'By whose definitions',
  region: 'Of this region',
  service: 'Of this service',
  severity: 'As bad as this',
  since: 'Another name of from',
  span: 'How soon a failure has to follow one of a dependency to be put down to it',
  status: 'That stand there',
  threshold: 'Share of false finds that is put up with; of risk, the least that is shown',
  to: 'Before this time',
  tz: 'Time zone in which a date alone begins, and days and weeks are counted',
  type: 'Of this type',
  until: 'Another name of to',
};

/** The parts of the path, the query and the header for idempotency that an operation takes. */
export function parametersOf({ path, query, records }: Route): Parameter[] {
  return [
    ...[...path.matchAll(/\{(\w+)\*?\}/g)].map(([, name = '']): Parameter => pathParameter(name)),
    ...(query === undefined ? [] : queryParameters(query)),
    ...(records === undefined ? [] : [idempotencyKey]),
  ];
}

function pathParameter(name: string): Parameter {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function queryParameters(query: QuerySchema): Parameter[] {
  const { properties = {}, required = [] } = inputSchema(query);
  return Object.entries(properties).map(([name, schema]): Parameter => {
    const typed = withTypedDefault(schema as JsonSchema);
    const description = meanings[name];
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: typed,
      ...(typed.type === 'array' ? { explode: false as const } : {}),
    };
  });
}

/** A default is text, as everything in a query is. */
function withTypedDefault({ default: text, ...schema }: JsonSchema): JsonSchema {
  if (typeof text !== 'string') return schema;
  switch (schema.type) {
    case 'integer':
    case 'number':
      return { ...schema, default: Number(text) };
    case 'boolean':
      return { ...schema, default: text === 'true' };
    case 'array':
      return { ...schema, default: text === '' ? [] : text.split(',') };
    default:
      return { ...schema, default: text };
  }
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes it safe to send again: the same key and body give the first result. May stand in the body instead.',
  schema: { type: 'string', maxLength: 1024 },
};
