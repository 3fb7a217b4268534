/**
 * What other tools call our fields, in lower case without separators. Each list is in order of preference: the first field
 * that the record has is meant, so that `version` of a rollback is the version it went back to.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  app: ['service', 'name'],
  application: ['service', 'name'],
  service: ['name'],
  servicename: ['service', 'name'],
  env: ['environment'],
  version: ['toVersion'],
  tag: ['version', 'toVersion'],
  release: ['version', 'toVersion'],
  previousversion: ['fromVersion'],
  previous: ['previousVersion', 'fromVersion'],
  deploymenttype: ['strategy'],
  deploymentid: ['deployment', 'id'],
  finishedat: ['at'],
  deployedat: ['finishedAt', 'at'],
  completedat: ['finishedAt', 'at', 'resolvedAt'],
  completed: ['finishedAt', 'at', 'resolvedAt'],
  finished: ['finishedAt', 'at'],
  date: ['finishedAt', 'at', 'openedAt'],
  timestamp: ['finishedAt', 'at', 'openedAt'],
  startedat: ['startedAt', 'at', 'openedAt'],
  started: ['startedAt', 'at', 'openedAt'],
  state: ['status'],
  outcome: ['status'],
  deployer: ['initiator'],
  deployedby: ['initiator'],
  user: ['initiator'],
  sha: ['commit'],
  commitsha: ['commit'],
  dependencies: ['dependsOn'],
};

/** The fields that a word may mean besides its own; none for most words. */
export function fieldSynonyms(word: string): readonly string[] {
  return (Object.hasOwn(synonyms, word) && synonyms[word]) || [];
}
