import { type Route, route } from '../route.ts';
import { writeExposition } from './exposition.ts';
import { familiesOf } from './families.ts';

/** What Prometheus scrapes. */
export const metricsRoute: Route = route({
  method: 'GET',
  path: '/metrics',
  id: 'scrapeMetrics',
  summary: 'Metrics for Prometheus; its counters are derived from the log, so a restart never recounts',
  access: 'metrics',
  answers: { 200: { description: 'Text format 0.0.4', type: 'text/plain; version=0.0.4; charset=utf-8' } },
  async handle({ ledger, meter, settings, nowMs }) {
    const measured = await ledger.measure({ classic: settings.compatMetrics });
    const traffic = { durations: meter.durations, webhooks: (await ledger.webhooks()).counts() };
    const families = familiesOf(measured, traffic, { mostSeries: settings.maxSeries, nowMs });
    return {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: writeExposition(families),
    };
  },
});
