import * as v from 'valibot';
import { name } from '../../../domain/claims/fields.ts';
import { pageFields, windowFields } from '../rest/query/fields.ts';
import { windowIn } from '../rest/query/times.ts';
import { clockOf, linkTo } from '../rest/read-route.ts';
import { type Route, route } from '../route.ts';
import { annotationOf } from './annotation.ts';

const annotation = v.strictObject({
  time: v.string(),
  timeEnd: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
  tags: v.string(),
});

/** What happened, for Grafana to mark on graphs by a query of its Infinity data source. */
export const annotationsRoute: Route = route({
  method: 'GET',
  path: '/api/v1/grafana/annotations',
  id: 'listAnnotations',
  summary: 'List deployments, rollbacks and incidents as annotations for Grafana, newest first',
  description:
    'A bare array, so that a query of the Infinity data source (type JSON, format Data Frame) needs no root. Its from and to take ' +
    'the milliseconds of Grafana’s variables __from and __to; the header Link leads to what came before the last of a page.',
  access: 'viewer',
  query: v.strictObject({
    service: v.optional(name),
    environment: v.optional(name),
    ...windowFields,
    ...pageFields,
  }),
  answers: { 200: { description: 'Annotations; tags are joined by commas', schema: v.array(annotation) } },
  async handle({ ledger, query, nowMs, raw }) {
    const { service, environment, limit, cursor } = query;
    const window = windowIn(query, clockOf({ nowMs, query }));
    const { items, next } = await ledger.timeline({ service, environment, limit, cursor, ...window });
    return { headers: linkTo(raw.url, next), json: items.map(annotationOf) };
  },
});
