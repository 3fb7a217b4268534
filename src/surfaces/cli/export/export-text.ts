import type { ExportOptions, Ledger } from '../../../app/ledger.ts';
import type { Instant } from '../../../domain/instant.ts';
import { renderReport, reportSection } from '../../../renderers/render-report.ts';
import { renderStream } from '../../../renderers/render-rows.ts';
import { deploymentColumns } from '../columns/deployment-columns.ts';
import { incidentColumns } from '../columns/incident-columns.ts';
import { rollbackColumns } from '../columns/rollback-columns.ts';
import type { TimeStyle } from '../columns/time-cell.ts';
import { everyDeploymentColumn } from './every-deployment-column.ts';
import type { TextFormat } from './export-formats.ts';

/**
 * Writes the ledger as one text, piece by piece. json, jsonl and sexp hold claims that `import` reads again; csv holds
 * deployments with every field; markdown and org are reports for people.
 */
export function exportText(
  ledger: Ledger,
  format: TextFormat,
  options: ExportOptions,
  generated: Instant,
): AsyncIterable<string> {
  switch (format) {
    case 'json':
    case 'jsonl':
    case 'sexp':
      return renderStream(ledger.exportClaims(options), { format, columns: [] });
    case 'csv':
      return renderStream(ledger.exportDeployments(options), { format, columns: everyDeploymentColumn });
    case 'markdown':
    case 'org':
      return renderReport({ title: 'Deployments', generated, sections: sections(ledger, format, options) }, format);
  }
}

function sections(ledger: Ledger, format: 'markdown' | 'org', options: ExportOptions) {
  const style: TimeStyle = { format, tz: undefined, nowMs: 0 };
  return [
    reportSection('Deployments', narrow(deploymentColumns(style)), ledger.exportDeployments(options)),
    reportSection('Rollbacks', narrow(rollbackColumns(style)), ledger.exportRollbacks(options)),
    reportSection('Incidents', narrow(incidentColumns(style)), ledger.exportIncidents(options)),
  ];
}

/** A page is not wider than a terminal. */
function narrow<Column extends { readonly wide?: true }>(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ wide }) => wide !== true);
}
