import type { Addressed } from './render-operation.ts';

/** What stands for the parts of a path. */
const samples: Readonly<Record<string, string>> = {
  id: 'deploy-1705339200-4f9k2mq7xr',
  name: 'api',
  type: 'failure-patterns',
  source: 'github',
  path: '0/000',
};

/** A command line that calls an operation. */
export function curlFor({ method, path, operation }: Addressed, origin: string): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? name);
  const required = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = required.map(({ name }) => `${name}=${queryValue(name)}`).join('&');
  const url = `${origin}${address}${query === '' ? '' : `?${query}`}`;
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const parts = [
    `curl ${method === 'GET' || type !== undefined ? '' : `-X ${method} `}${quoted(url)}`,
    ...(operation.security.length === 0 ? [] : ['-H "authorization: Bearer $DEPLOY_LEDGER_API_KEY"']),
    ...(type === undefined ? [] : [`-H ${quoted(`content-type: ${type}`)}`, bodyFor(type, content?.example)]),
  ];
  return parts.join(' \\\n  ');
}

function queryValue(name: string): string {
  return { a: 'staging', b: 'production', from: '0' }[name] ?? 'VALUE';
}

function bodyFor(type: string, example: unknown): string {
  if (type === 'application/json') return `-d ${quoted(JSON.stringify(example ?? {}))}`;
  return `-X POST -T ${type === 'application/x-ndjson' ? 'records.jsonl' : 'body'}`;
}

function quoted(text: string): string {
  return /^[\w:/.?=&{}-]+$/.test(text) && !text.includes('&') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
