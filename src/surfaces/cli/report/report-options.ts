/** What is reported on. */
export const reportKinds = ['post-mortem', 'changes'] as const;

/** How a post-mortem is written. */
export const reportFormats = ['markdown', 'org', 'json'] as const;

/** The options of both kinds of report, as they were typed. */
export interface ReportOptions {
  readonly output?: string;
  readonly format?: string;
  readonly from?: string;
  readonly to?: string;
  readonly service?: string;
  readonly environment?: string;
  readonly sample?: string;
  readonly seed?: string;
}
