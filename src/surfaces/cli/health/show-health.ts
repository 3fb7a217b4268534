import type { HealthReport, ServiceHealthView } from '../../../app/health/health-view.ts';
import { formatInstant } from '../../../renderers/times/format-instant.ts';
import type { Call } from '../command-module.ts';
import { adviceLines } from './advice-lines.ts';
import { partColumns, serviceColumns, valueColumns } from './health-columns.ts';

const empty = 'No service is known yet.';

/** Writes a health report in the language that was asked for. */
export async function showHealth(call: Call, report: HealthReport): Promise<void> {
  const { output } = call;
  switch (output.format) {
    case 'json':
    case 'jsonl':
    case 'yaml':
    case 'sexp':
      return output.record(report, { name: report.service ?? 'health' });
    case 'csv':
    case 'name':
    case 'markdown':
    case 'org':
      return output.rows(report.services, { columns: valueColumns(report.services), empty });
    default:
      return showToPeople(call, report);
  }
}

async function showToPeople(call: Call, report: HealthReport): Promise<void> {
  const { from, to, tz, environments, services, medianScore } = report;
  const { output } = call;
  const when = `${formatInstant(from, tz)} to ${formatInstant(to, tz)}${tz === 'UTC' ? ' UTC' : ''}`;
  await output.note(`${environments.join(', ')}: ${when}\n`);
  const [first] = services;
  if (report.service !== null && first !== undefined) {
    await output.data(`${headline(first)}\n\n`);
    await output.rows(first.parts, { columns: partColumns, empty });
  } else {
    await output.rows(services, { columns: serviceColumns, empty });
    if (medianScore !== null) await output.note(`\nHalf of the services score at most ${medianScore.toFixed(1)}.`);
  }
  const { width, color } = call.host.stdout;
  const lines = adviceLines(services, { width, color });
  if (lines.length > 0) await output.data(`\n${lines.join('\n')}\n`);
  for (const warning of report.warnings) await output.warn(warning);
}

function headline({ service, score, reason }: ServiceHealthView): string {
  return score === null ? `${service} has no score: ${reason}` : `${service}: ${score.toFixed(1)} of 100`;
}
