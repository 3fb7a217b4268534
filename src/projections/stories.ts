import type { DeploymentFact } from '../domain/facts/deployment.ts';
import type { Fact } from '../domain/facts/fact.ts';
import type { EnvironmentRegistered, IncidentFact, ServiceRegistered } from '../domain/facts/other.ts';
import { decodeFact } from '../ledger/fact-bytes.ts';
import type { Placed } from './fold-deployment.ts';
import type { ProjectionPort } from './read-store.ts';
import type { EnvironmentRow, IncidentRow, ServiceRow } from './rows.ts';

/** Entities whose facts stay in memory between batches. */
const mostStories = 2000;

/** The facts of one entity so far, and the row that they led to. */
interface Story<Of, Row> {
  readonly facts: Of[];
  row: Row | undefined;
}

/** The facts of entities that are being told about, read once and then kept along. */
export class Stories {
  #deployments = new Map<string, Placed<DeploymentFact>[]>();
  /** Deployments that are over: hardly anything is told of them any more. */
  readonly #ended: string[] = [];
  #incidents = new Map<string, Story<Placed<IncidentFact>, IncidentRow>>();
  #services = new Map<string, Story<ServiceRegistered, ServiceRow>>();
  #environments = new Map<string, Story<EnvironmentRegistered, EnvironmentRow>>();

  forget(): void {
    this.#deployments = new Map();
    this.#incidents = new Map();
    this.#services = new Map();
    this.#environments = new Map();
  }

  /** Says that a deployment is over. Its facts stay until the next trim: the store does not have those of the batch at hand. */
  end(deployment: string): void {
    this.#ended.push(deployment);
  }

  trim(): void {
    for (const id of this.#ended.splice(0)) this.#deployments.delete(id);
    if (this.#deployments.size > mostStories) this.#deployments = new Map();
    if (this.#incidents.size > mostStories) this.#incidents = new Map();
    if (this.#services.size > mostStories) this.#services = new Map();
    if (this.#environments.size > mostStories) this.#environments = new Map();
  }

  /** The facts of a deployment, for the caller to add to. */
  async deployment(port: ProjectionPort, id: string, before: number): Promise<Placed<DeploymentFact>[]> {
    const known = this.#deployments.get(id);
    if (known !== undefined) return known;
    const facts = await readFacts(port, `deployment:${id}`, before);
    const own = facts.filter((placed): placed is Placed<DeploymentFact> => placed.fact.type.startsWith('deployment.'));
    this.#deployments.set(id, own);
    return own;
  }

  /** The facts of a deployment that is only now recorded: there are none, and nothing needs to be read to know it. */
  newDeployment(id: string): Placed<DeploymentFact>[] {
    return remember(this.#deployments, id, []);
  }

  async incident(port: ProjectionPort, id: string, before: number): Promise<Story<Placed<IncidentFact>, IncidentRow>> {
    const known = this.#incidents.get(id);
    if (known !== undefined) return known;
    const facts = await readFacts(port, `incident:${id}`, before);
    const own = facts.filter((placed): placed is Placed<IncidentFact> => placed.fact.type.startsWith('incident.'));
    const [row] = await port.currentIncidents([id]);
    return remember(this.#incidents, id, { facts: own, row });
  }

  async service(port: ProjectionPort, name: string, before: number): Promise<Story<ServiceRegistered, ServiceRow>> {
    const known = this.#services.get(name);
    if (known !== undefined) return known;
    const [row] = await port.currentServices([name]);
    const facts = row?.registered ? await readFacts(port, `service:${name}`, before) : [];
    const own = facts.map(({ fact }) => fact).filter((fact) => fact.type === 'service.registered');
    return remember(this.#services, name, { facts: own, row });
  }

  async environment(
    port: ProjectionPort,
    name: string,
    before: number,
  ): Promise<Story<EnvironmentRegistered, EnvironmentRow>> {
    const known = this.#environments.get(name);
    if (known !== undefined) return known;
    const row = (await port.currentEnvironments()).find((environment) => environment.name === name);
    const facts = row === undefined ? [] : await readFacts(port, `environment:${name}`, before);
    const own = facts.map(({ fact }) => fact).filter((fact) => fact.type === 'environment.registered');
    return remember(this.#environments, name, { facts: own, row });
  }
}

/** The facts of a subject in front of index `before`: when a ledger is folded again, those behind it are there too. */
async function readFacts(port: ProjectionPort, subject: string, before: number): Promise<Placed<Fact>[]> {
  const stored = await port.factsOf([subject]);
  return stored.filter(({ index }) => index < before).map(({ index, bytes }) => ({ index, fact: decodeFact(bytes) }));
}

function remember<Of>(into: Map<string, Of>, key: string, story: Of): Of {
  into.set(key, story);
  return story;
}
