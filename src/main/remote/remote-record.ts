import type { RecordOptions } from '../../app/ledger.ts';
import type { RecordedView } from '../../app/views.ts';
import { type Claim, parseClaim } from '../../domain/claims/claim.ts';
import { tierOfName } from '../../domain/environments.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { needsFile } from './needs-file.ts';

/** Records a claim through a server, by the operation for claims of its type. */
export async function recordRemotely(client: Client, input: unknown, options: RecordOptions): Promise<RecordedView> {
  const claim = parseClaim(input);
  if (options.dryRun) throw needsFile('a dry run');
  const warnings = options.newEnvironments ? await registerEnvironment(client, claim) : [];
  const recorded = await send(client, claim);
  return { ...recorded, warnings: [...warnings, ...recorded.warnings] };
}

/** Registers the environment of a claim, when nobody has, and says so. */
async function registerEnvironment(client: Client, claim: Claim): Promise<readonly string[]> {
  const name =
    claim.type === 'correction' ? claim.set.environment : 'environment' in claim ? claim.environment : undefined;
  if (name === undefined || (await client.listEnvironments()).items.some((known) => known.name === name)) return [];
  const tier = tierOfName(name);
  await client.registerEnvironment({ name, tier });
  return [`registered the environment ${JSON.stringify(name)} with tier ${tier}, as its name suggests`];
}

function send(client: Client, claim: Claim): Promise<RecordedView> {
  switch (claim.type) {
    case 'deployment':
      return client.recordDeployment(withoutType(claim));
    case 'rollback':
      return client.recordRollback(withoutType(claim));
    case 'incident':
      return client.recordIncident(withoutType(claim));
    case 'removal':
      return client.recordRemoval(withoutType(claim));
    case 'service':
      return client.registerService(withoutType(claim));
    case 'environment':
      return client.registerEnvironment(withoutType(claim));
    default:
      return report(client, claim);
  }
}

type Report = Extract<Claim, { type: 'deployment-status' | 'correction' | `incident-${string}` }>;

/** Sends what is said about a record that is there already, which the path names. */
function report(client: Client, claim: Report): Promise<RecordedView> {
  switch (claim.type) {
    case 'deployment-status': {
      const { deployment, ...rest } = withoutType(claim);
      return client.reportDeploymentStatus(deployment, rest);
    }
    case 'correction': {
      const { deployment, ...rest } = withoutType(claim);
      return client.correctDeployment(deployment, rest);
    }
    case 'incident-resolution': {
      const { incident, ...rest } = withoutType(claim);
      return client.resolveIncident(incident, rest);
    }
    case 'incident-attribution': {
      const { incident, ...rest } = withoutType(claim);
      return client.attributeIncident(incident, rest);
    }
  }
}

function withoutType<One extends Claim>({ type, ...rest }: One): Omit<One, 'type'> {
  return rest;
}
