import { LedgerError } from '../domain/errors.ts';
import { abandonOverdue } from './abandon/abandon-overdue.ts';
import type { WebhookSettings, Webhooks } from './deliveries/webhooks.ts';
import type { Tokens } from './door/tokens.ts';
import type { Ledger, RecordOptions } from './ledger.ts';
import type { KeyStore } from './log/key-store.ts';
import type { VerifyPorts } from './log/verify.ts';
import type { Measurer } from './prometheus/measure.ts';
import type { LogTail } from './publish/log-tail.ts';
import type { Outcome } from './record/batch.ts';
import { Recorder, type RecorderPorts } from './record/recorder.ts';
import type { RecordedView } from './views.ts';

export interface LedgerPorts extends RecorderPorts, VerifyPorts {
  readonly keys: KeyStore;
  /** What is known of the sources of webhooks; nothing of any when absent. */
  readonly webhooks?: (() => Promise<WebhookSettings>) | undefined;
}

/**
 * Puts the use cases together over one store. What a command does not use is not loaded: starting the program is most of what a
 * record costs.
 */
export function composeLedger(ports: LedgerPorts): Ledger {
  const { store, identity, clock } = ports;
  const recorder = new Recorder(ports);
  const read = () => import('./read/read.ts').then(({ reader }) => reader(store, clock));
  const exports = () => import('./export/export.ts').then(({ exporter }) => exporter(store));
  const checkpoint = async () => (await import('./log/checkpoint.ts')).currentCheckpoint(ports);
  let measuring: Promise<Measurer> | undefined;
  const measurer = () => {
    measuring ??= import('./prometheus/measure.ts').then((file) => new file.Measurer(store, identity.verifierKey));
    return measuring;
  };
  let tail: Promise<LogTail> | undefined;
  const tailOf = () => {
    tail ??= import('./publish/open-tail.ts').then(({ openTail }) => openTail(store));
    return tail;
  };
  const follow: Ledger['follow'] = (index, signal) => later(async () => (await tailOf()).follow(index, signal));
  const record = async (claim: unknown, options: RecordOptions) => {
    const recorded = await recordOne(recorder, claim, options);
    void tail?.then((opened) => opened.nudge());
    return recorded;
  };
  let tokens: Promise<Tokens> | undefined;
  let webhooks: Promise<Webhooks> | undefined;
  return {
    origin: identity.origin,
    verifierKey: identity.verifierKey,
    record,
    importFrom: async (readings, options) => {
      const [{ importReadings }, { requireSignable }] = await Promise.all([
        import('./import-readings.ts'),
        import('./log/signing.ts'),
      ]);
      if (!options.dryRun) await requireSignable(ports);
      const report = await importReadings({ recorder, log: store, nowMs: clock() }, readings, options);
      if (options.dryRun) return report;
      const abandoned = await abandonOverdue(ports, {});
      if (report.recorded + abandoned > 0) await checkpoint();
      return report;
    },
    abandonOverdue: (options) => abandonOverdue(ports, options),
    deployments: async (query) => (await read()).deployments(query),
    deployment: async (id, knownAt) => (await read()).deployment(id, knownAt),
    rollbacks: async (query) => (await read()).rollbacks(query),
    rollback: async (id) => (await read()).rollback(id),
    incidents: async (query) => (await read()).incidents(query),
    incident: async (id) => (await read()).incident(id),
    services: async () => (await read()).services(),
    environments: async () => (await read()).environments(),
    running: async (query) => (await read()).running(query),
    timeline: async (query) => (await read()).timeline(query),
    changes: async (query) => (await read()).changes(query),
    diff: async (a, b) => (await read()).diff(a, b),
    metrics: async (query) => (await read()).metrics(query),
    health: async (query) => (await import('./health/show-health.ts')).showHealth(store, query),
    analyze: async (query) => (await read()).analyze(query),
    picture: async (query) => (await import('./pictures/show-picture.ts')).showPicture(store, query),
    exportDeployments: (options) => later(async () => (await exports()).deployments(options)),
    exportRollbacks: (options) => later(async () => (await exports()).rollbacks(options)),
    exportIncidents: (options) => later(async () => (await exports()).incidents(options)),
    exportClaims: (options) => later(async () => (await exports()).claims(options)),
    exportTables: async (options) => (await exports()).tables(options),
    exportTiles: () =>
      later(async () => {
        await checkpoint();
        const latest = await store.latestCheckpoint();
        if (latest === undefined) throw new LedgerError('internal', 'a checkpoint was signed and is not there');
        return (await exports()).tiles(latest);
      }),
    postMortem: async (id) => (await import('./reports/post-mortem/show-post-mortem.ts')).showPostMortem(store, id),
    changeReport: async (query) => {
      const { makeChangeReport } = await import('./reports/changes/change-report.ts');
      return makeChangeReport(store, query, { note: await checkpoint(), verifierKey: identity.verifierKey });
    },
    tokens() {
      tokens ??= import('./door/tokens.ts').then(({ openTokens }) => openTokens(ports));
      return tokens;
    },
    webhooks() {
      webhooks ??= import('./deliveries/open-webhooks.ts').then(({ openWebhooks }) => openWebhooks(ports, record));
      return webhooks;
    },
    size: async () => (await store.head()).size,
    follow,
    outbox: async () => {
      const { openOutbox } = await import('./notify/open-outbox.ts');
      return openOutbox({ store, origin: identity.origin, clock, follow });
    },
    measure: async (options = {}) => (await measurer()).measure(clock(), options),
    logFile: async (path) => (await import('./publish/log-files.ts')).readLogFile(store, path),
    requireReady: async () => (await import('./log/require-ready.ts')).requireReady(ports),
    holds: async (id) => (await import('./log/prove.ts')).isRecorded(store, id),
    verify: async (options) => (await import('./log/verify.ts')).verifyLedger(ports, options),
    checkpoint,
    prove: async (ref) => {
      const { findFact, proofOf } = await import('./log/prove.ts');
      const fact = await findFact(store, ref);
      const proof = await proofOf(store, fact, await checkpoint(), identity.verifierKey);
      return { index: fact.index, proof, fact: Buffer.from(fact.bytes).toString() };
    },
    eraseActor: async (name, options) => (await import('./erase-actor.ts')).eraseActor(ports, name, options),
    rebuild: async () => (await import('./log/replay.ts')).rebuild(store),
    close: async () => {
      await (await webhooks)?.close();
      await store.close();
    },
  };
}

async function recordOne(recorder: Recorder, claim: unknown, options: RecordOptions): Promise<RecordedView> {
  const outcome: Outcome | undefined = options.dryRun
    ? (await recorder.tryOut([claim], options))[0]
    : await recorder.record(claim, options);
  if (outcome === undefined) throw new LedgerError('internal', 'a record got no answer');
  if (outcome instanceof LedgerError) throw outcome;
  return outcome;
}

/** Items of a stream that is opened when the first of them is asked for. */
async function* later<Item>(open: () => Promise<AsyncIterable<Item>>): AsyncGenerator<Item> {
  yield* await open();
}
