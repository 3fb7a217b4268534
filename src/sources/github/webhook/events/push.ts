import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import { versionOfRef } from '../../../ref-version.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { namesOf, repository } from '../repository.ts';
import { type GithubRules, ruleFor } from '../rules.ts';

const commit = v.object({ id: v.string(), timestamp: v.string() });
const shape = v.object({
  ref: v.string(),
  after: v.string(),
  deleted: v.nullish(v.boolean()),
  repository: v.object({ ...repository.entries, pushed_at: v.nullish(v.union([v.number(), v.string()])) }),
  head_commit: v.nullish(commit),
  commits: v.nullish(v.array(commit)),
  pusher: v.nullish(v.object({ name: v.string() })),
});

/** A push counts where a rule says that pushing is deploying, as with hosts that build what is pushed. */
export function readPush(record: RawRecord, rules: GithubRules): WebhookEvent {
  const said = payload(shape, record, 'a push webhook of GitHub');
  const { repository, ref, after } = said;
  const [, kind, name = ref] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  const event = `push ${name}`;
  const isTag = kind === 'tags';
  const place = isTag ? { tag: name } : { branch: name };
  const rule = ruleFor(rules, { event: 'push', repository: repository.full_name, ...place });
  if (typeof rule === 'string') return { event, ignored: rule };
  const at = said.repository.pushed_at ?? said.head_commit?.timestamp;
  if (said.deleted || !at || !said.head_commit) return { event, ignored: `nothing was pushed: ${name} was deleted` };
  const { id, key } = namesOf(repository, `push/${after}/${name}`);
  return {
    event,
    claims: [
      {
        type: 'deployment',
        // The commit comes first, so that what is cut off a long name of a branch is not missed.
        id: id.slice(0, 256),
        idempotencyKey: key,
        service: rule.service ?? repository.name,
        version: versionOfRef(name, said.head_commit.id, isTag),
        environment: rule.environment,
        status: 'success',
        finishedAt: at,
        commit: said.head_commit.id,
        commits: (said.commits ?? []).map(({ id, timestamp }) => ({ sha: id, committedAt: timestamp })),
        ...(said.pusher ? { initiator: said.pusher.name } : {}),
      },
    ],
  };
}
