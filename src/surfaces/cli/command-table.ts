import type { CommandEntry } from './command-module.ts';

const record: readonly CommandEntry[] = [
  {
    name: 'record-deployment',
    aliases: ['record'],
    group: 'Record',
    summary: 'record that a version of a service was deployed',
    load: () => import('./commands/record-deployment.ts'),
  },
  {
    name: 'run',
    group: 'Record',
    summary: 'run a deployment and record its start and end',
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'update-deployment',
    group: 'Record',
    summary: 'report progress or the end of a deployment',
    load: () => import('./commands/update-deployment.ts'),
  },
  {
    name: 'record-rollback',
    aliases: ['rollback'],
    group: 'Record',
    summary: 'record that a service went back to an old version',
    load: () => import('./commands/record-rollback.ts'),
  },
  {
    name: 'record-monolith-deployment',
    group: 'Record',
    summary: 'record a big-bang deployment of a monolith',
    load: () => import('./commands/record-monolith-deployment.ts'),
  },
  {
    name: 'record-removal',
    group: 'Record',
    summary: 'record that a service no longer runs somewhere',
    load: () => import('./commands/record-removal.ts'),
  },
  {
    name: 'record-incident',
    group: 'Record',
    summary: 'record that something broke',
    load: () => import('./commands/record-incident.ts'),
  },
  {
    name: 'resolve-incident',
    group: 'Record',
    summary: 'record that an incident is over',
    load: () => import('./commands/resolve-incident.ts'),
  },
  {
    name: 'attribute-incident',
    group: 'Record',
    summary: 'say which deployment caused an incident',
    load: () => import('./commands/attribute-incident.ts'),
  },
  {
    name: 'correct-deployment',
    group: 'Record',
    summary: 'correct an earlier claim; the log keeps the old one',
    load: () => import('./commands/correct-deployment.ts'),
  },
];

const ask: readonly CommandEntry[] = [
  {
    name: 'list-deployments',
    aliases: ['list'],
    group: 'Ask',
    summary: 'list deployments, latest first',
    load: () => import('./commands/list-deployments.ts'),
  },
  {
    name: 'get-deployment',
    group: 'Ask',
    summary: 'show one deployment with its facts and proof',
    load: () => import('./commands/get-deployment.ts'),
  },
  {
    name: 'running',
    group: 'Ask',
    summary: 'show which version runs where, now or at any time',
    load: () => import('./commands/running.ts'),
  },
  {
    name: 'diff',
    group: 'Ask',
    summary: 'compare two environments, or one at two times',
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'show-metrics',
    aliases: ['metrics'],
    group: 'Ask',
    summary: 'show how often, how well and how fast was deployed',
    load: () => import('./commands/show-metrics.ts'),
  },
  {
    name: 'analyze',
    group: 'Ask',
    summary: 'find patterns of failure, peaks and trends',
    load: () => import('./commands/analyze.ts'),
  },
  {
    name: 'health',
    group: 'Ask',
    summary: 'score each service, and say what would raise it most',
    load: () => import('./commands/health.ts'),
  },
  {
    name: 'visualize',
    group: 'Ask',
    summary: 'draw timelines, flows, dependencies and more',
    load: () => import('./commands/visualize.ts'),
  },
  {
    name: 'list-rollbacks',
    group: 'Ask',
    summary: 'list rollbacks, latest first',
    load: () => import('./commands/list-rollbacks.ts'),
  },
  {
    name: 'list-incidents',
    group: 'Ask',
    summary: 'list incidents, latest first',
    load: () => import('./commands/list-incidents.ts'),
  },
  {
    name: 'list-services',
    group: 'Ask',
    summary: 'list the services that the ledger knows',
    load: () => import('./commands/list-services.ts'),
  },
  {
    name: 'list-environments',
    group: 'Ask',
    summary: 'list environments in the order of promotion',
    load: () => import('./commands/list-environments.ts'),
  },
];

const serve: readonly CommandEntry[] = [
  {
    name: 'serve',
    aliases: ['server'],
    group: 'Serve',
    summary: 'serve the ledger over HTTP',
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'webhook',
    group: 'Serve',
    summary: 'list, try out and replay what sources send',
    load: () => import('./commands/webhook.ts'),
  },
];

const prove: readonly CommandEntry[] = [
  {
    name: 'report',
    group: 'Prove',
    summary: 'report on an incident, or on all changes of a period',
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'verify',
    group: 'Prove',
    summary: 'check every fact, proof and read model of a ledger',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'checkpoint',
    group: 'Prove',
    summary: 'print the signed checkpoint, to keep it elsewhere',
    load: () => import('./commands/checkpoint.ts'),
  },
  {
    name: 'prove',
    group: 'Prove',
    summary: 'write a proof of one fact that stands by itself',
    load: () => import('./commands/prove.ts'),
  },
  {
    name: 'verify-proof',
    group: 'Prove',
    summary: 'check such a proof with the verifier key alone',
    load: () => import('./commands/verify-proof.ts'),
  },
];

const move: readonly CommandEntry[] = [
  {
    name: 'import',
    group: 'Move data',
    summary: 'import from git, CSV, JSON, GitHub or GitLab',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'export',
    group: 'Move data',
    summary: 'export to JSON, CSV, Markdown, Org, SQLite or a log',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'demo',
    group: 'Move data',
    summary: 'fill an empty ledger with a made-up fleet',
    load: () => import('./commands/demo.ts'),
  },
  {
    name: 'backup',
    group: 'Move data',
    summary: 'copy the ledger into a file while others record',
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    group: 'Move data',
    summary: 'put a backup in the place of a lost ledger',
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'erase-actor',
    group: 'Move data',
    summary: 'erase a person; every proof stays valid',
    load: () => import('./commands/erase-actor.ts'),
  },
];

const setUp: readonly CommandEntry[] = [
  {
    name: 'init',
    group: 'Set up',
    summary: 'create a ledger and its signing key',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'register-service',
    group: 'Set up',
    summary: 'say what a service is and what it depends on',
    load: () => import('./commands/register-service.ts'),
  },
  {
    name: 'register-environment',
    group: 'Set up',
    summary: 'make an environment known',
    load: () => import('./commands/register-environment.ts'),
  },
  {
    name: 'token',
    group: 'Set up',
    summary: 'give out, list and revoke access to a server',
    load: () => import('./commands/token.ts'),
  },
  {
    name: 'doctor',
    group: 'Set up',
    summary: 'check that everything is in order',
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'config',
    group: 'Set up',
    summary: 'show every setting and where it comes from',
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'completion',
    group: 'Set up',
    summary: 'print completions for bash, zsh or fish',
    load: () => import('./commands/completion.ts'),
  },
];

/** Every command, in the order in which the help lists them. */
export const commandTable: readonly CommandEntry[] = [...record, ...ask, ...serve, ...prove, ...move, ...setUp];

/** The command of this name or alias; `_` reads as `-`. */
export function commandNamed(typed: string): CommandEntry | undefined {
  const name = typed.replaceAll('_', '-');
  return commandTable.find((entry) => entry.name === name || entry.aliases?.includes(name));
}

/** Everything that may be typed for a command. */
export function commandNames(): string[] {
  return commandTable.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
}
