import type { DeploymentFact, DeploymentRecorded } from '../../domain/facts/deployment.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { noDeployment, type RollbackRecorded } from '../../domain/facts/other.ts';
import type { TokenFact } from '../../domain/facts/token.ts';
import type { Progress } from '../../domain/strategies/strategy.ts';
import { counted } from '../../renderers/counted.ts';
import type { OpenedFact } from '../export/fact-blocks.ts';
import { erased, type SealedValues } from '../export/sealed-values.ts';

/** What a fact tells: in words, and by whom, where a person is named. */
export interface Told {
  readonly what: string;
  readonly who: string | null;
}

/** Tells a fact in words. What was erased of it is `(erased)`. */
export function tellFact({ fact, sealed }: OpenedFact): Told {
  switch (fact.type) {
    case 'deployment.recorded':
      return { what: tellRecorded(fact, sealed), who: personAt('/data/initiator', fact.data.initiator, sealed) };
    case 'rollback.recorded':
      return { what: tellRollback(fact, sealed), who: personAt('/data/initiator', fact.data.initiator, sealed) };
    case 'incident.attributed': {
      const { incident, deployment, initiator } = fact.data;
      const cause = deployment === noDeployment ? 'no deployment' : `the deployment ${deployment}`;
      const what = `the incident ${incident} was attributed to ${cause}`;
      return { what, who: personAt('/data/initiator', initiator, sealed) };
    }
    case 'token.created':
    case 'token.revoked':
      return { what: tellToken(fact, sealed), who: personAt('/data/initiator', fact.data.initiator, sealed) };
    default:
      return { what: tellImpersonal(fact, sealed), who: null };
  }
}

type Personal = 'deployment.recorded' | 'rollback.recorded' | 'incident.attributed' | TokenFact['type'];
type Impersonal = Exclude<Fact, { type: Personal }>;

function tellImpersonal(fact: Impersonal, sealed: SealedValues): string {
  switch (fact.type) {
    case 'incident.opened': {
      const { incident, severity, service, environment, title } = fact.data;
      const of = `the incident ${incident} of ${service} in ${environment} began (${severity})`;
      return withWords(of, title && (sealed.text('/data/title') ?? erased));
    }
    case 'incident.resolved':
      return `the incident ${fact.data.incident} was over`;
    case 'service.removed':
      return `${fact.data.service} was taken out of ${placeOf(fact.data)}`;
    case 'service.registered':
      return `the service ${fact.data.service} was registered`;
    case 'environment.registered':
      return `the environment ${fact.data.environment} was registered`;
    case 'actor.erased':
      return `a person was erased (${fact.data.openings.length} sealed values)`;
    default:
      return tellReport(fact, sealed);
  }
}

function tellReport(fact: Exclude<DeploymentFact, DeploymentRecorded>, sealed: SealedValues): string {
  const { deployment } = fact.data;
  switch (fact.type) {
    case 'deployment.shipped':
      return `${deployment} was the first to ship ${counted(fact.data.commits.length, 'commit')}`;
    case 'deployment.advanced': {
      const { status, progress, message } = fact.data;
      const how = [status === undefined ? 'went on' : `was ${status}`, ...progressOf(progress)].join(', ');
      return withWords(`${deployment} ${how}`, messageOf(message, sealed));
    }
    case 'deployment.finished':
      return withWords(`${deployment} ended: ${fact.data.status}`, messageOf(fact.data.message, sealed));
    case 'deployment.abandoned': {
      const { lastHeardAt, message } = fact.data;
      return withWords(`${deployment} was given up: not heard of since ${lastHeardAt}`, messageOf(message, sealed));
    }
    case 'deployment.corrected': {
      const changes = Object.entries(fact.data.set).map(
        ([field, value]) => `${field} = ${shown(field, value, sealed)}`,
      );
      const what = `${deployment} was corrected: ${changes.join(', ')}`;
      return withWords(what, sealed.text('/data/reason') ?? erased);
    }
  }
}

function progressOf(progress: Progress | undefined): string[] {
  return Object.entries(progress ?? {}).map(([name, value]) => `${name} ${plain(value)}`);
}

function tellRecorded({ data }: DeploymentRecorded, sealed: SealedValues): string {
  const { service, version, strategy, status } = data;
  const how = status === 'pending' ? 'was planned' : status === 'in-progress' ? 'began' : `ended: ${status}`;
  const what = `the deployment of ${service} ${version} to ${placeOf(data)} (${strategy}) ${how}`;
  return withWords(what, messageOf(data.message, sealed));
}

function tellRollback({ data }: RollbackRecorded, sealed: SealedValues): string {
  const code = data.reasonCode === undefined ? '' : `, ${data.reasonCode}`;
  const what = `${data.service} in ${placeOf(data)} went back from ${data.fromVersion} to ${data.toVersion} (${data.trigger}${code})`;
  return withWords(what, sealed.text('/data/reason') ?? erased);
}

function tellToken(fact: TokenFact, sealed: SealedValues): string {
  if (fact.type === 'token.revoked') return `the token ${fact.data.token} was revoked`;
  const { token, role } = fact.data;
  return withWords(
    `the token ${token} was created for a${role === 'auditor' || role === 'admin' ? 'n' : ''} ${role}`,
    sealed.text('/data/name') ?? erased,
  );
}

function shown(field: string, value: unknown, sealed: SealedValues): string {
  const path = `/data/set/${field}`;
  if (isSealed(value)) return plain(sealed.value(path) ?? erased);
  if (!Array.isArray(value)) return plain(value);
  const texts = value.map((item, i) => (isSealed(item) ? (sealed.text(`${path}/${i}`) ?? erased) : plain(item)));
  return texts.join(', ') || 'nothing';
}

function isSealed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sealed' in value;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function messageOf(message: object | undefined, sealed: SealedValues): string | undefined {
  return message && (sealed.text('/data/message') ?? erased);
}

/** The person's name; null where none was named. */
function personAt(path: string, person: object | undefined, sealed: SealedValues): string | null {
  return person === undefined ? null : (sealed.text(path) ?? erased);
}

/** An environment, with its region where one is named. */
export function placeOf({
  environment,
  region,
}: {
  readonly environment: string;
  readonly region?: string | undefined;
}): string {
  return region === undefined ? environment : `${environment} ${region}`;
}

function withWords(what: string, words: string | undefined): string {
  return words === undefined ? what : `${what} – ${words}`;
}
