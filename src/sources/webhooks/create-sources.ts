import { alertmanagerSource } from '../alertmanager/alertmanager-source.ts';
import { cdeventsSource } from '../cdevents/cdevents-source.ts';
import { cloudeventsSource } from '../cloudevents/cloudevents-source.ts';
import { githubSource } from '../github/webhook/github-source.ts';
import { gitlabSource } from '../gitlab/webhook/gitlab-source.ts';
import { shippedMappings } from '../mappings/shipped-mappings.ts';
import { pagerdutySource } from '../pagerduty/pagerduty-source.ts';
import { mappedSource } from './generic/mapped-source.ts';
import { recordSource } from './record-source.ts';
import type { SourceSettings, WebhookSettings } from './source-settings.ts';
import type { WebhookSource } from './webhook-source.ts';

const builtIn: Readonly<Record<string, (settings: SourceSettings) => WebhookSource>> = {
  github: githubSource,
  gitlab: gitlabSource,
  alertmanager: alertmanagerSource,
  pagerduty: pagerdutySource,
  cdevents: cdeventsSource,
  cloudevents: cloudeventsSource,
  generic: () => recordSource,
};

/**
 * Every source of this server by its name: those in code, those that shipped mappings describe, and those of the settings. A mapping in
 * the settings takes the place of whatever else has its name.
 * @throws LedgerError `invalid`, naming the setting.
 */
export function createWebhookSources({ sources }: WebhookSettings): ReadonlyMap<string, WebhookSource> {
  // A secret alone makes no source: the environment holds those of other programs, too.
  const set = Object.keys(sources).filter((name) => (sources[name]?.mapping ?? sources[name]?.rules) !== undefined);
  const names = new Set([...Object.keys(builtIn), ...Object.keys(shippedMappings), ...set]);
  return new Map([...names].map((name) => [name, createSource(name, sources[name] ?? {})]));
}

function createSource(name: string, settings: SourceSettings): WebhookSource {
  const create = builtIn[name];
  if (settings.mapping === undefined && create !== undefined) return create(settings);
  return mappedSource(name, settings.mapping ?? shippedMappings[name] ?? {}, settings);
}
