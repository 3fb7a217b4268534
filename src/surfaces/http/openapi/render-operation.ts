import type { JsonSchema } from '@valibot/to-json-schema';
import { curlFor } from './curl-example.ts';
import { escaped } from './escaped.ts';
import type { OpenApi, Operation, Reference, Response } from './open-api.ts';
import { typeText } from './type-text.ts';

export interface Addressed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** One operation: what it does, what it takes, what it answers, and how to call it. */
export function renderOperation(addressed: Addressed, api: OpenApi, origin: string): string {
  const { method, path, operation } = addressed;
  const { operationId, summary, description = '', parameters, requestBody, responses } = operation;
  const fields = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => rowsOf(schema));
  const taken = parameters.map(({ name, in: place, required, description: meaning, schema }) =>
    row(
      name,
      `${typeText(schema)}${place === 'query' ? '' : `, in the ${place}`}`,
      required,
      meaning ?? schema.description,
    ),
  );
  return `<article id="${escaped(operationId)}">
<h3><b class="${method}">${method}</b> <code>${escaped(path)}</code></h3>
<p><strong>${escaped(summary)}.</strong> ${escaped(description)}</p>
${table('Parameters', taken)}
${table('Body', fields)}
<pre tabindex="0"><code>${escaped(curlFor(addressed, origin))}</code></pre>
<details><summary>Answers</summary><dl>${Object.entries(responses)
    .map(([status, response]) => answer(status, response, api))
    .join('')}</dl></details>
</article>`;
}

function rowsOf({ properties = {}, required = [] }: JsonSchema): string[] {
  return Object.entries(properties).map(([name, schema]) =>
    typeof schema === 'boolean'
      ? row(name, 'anything', false)
      : row(name, typeText(schema), required.includes(name), schema.description),
  );
}

function row(name: string, type: string, required: boolean, meaning = ''): string {
  const mark = required ? ' <em>required</em>' : '';
  return `<tr><th scope="row"><code>${escaped(name)}</code>${mark}</th><td>${escaped(type)}</td><td>${escaped(meaning)}</td></tr>`;
}

function table(title: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><caption>${title}</caption><tbody>${rows.join('')}</tbody></table></div>`;
}

function answer(status: string, response: Response | Reference, api: OpenApi): string {
  const { description, content = {} } = resolved(response, api);
  const types = Object.entries(content).map(([type, { schema }]) => `${type}: ${typeText(schema)}`);
  return `<dt><code>${status}</code></dt><dd>${escaped(description)}${types.length === 0 ? '' : ` <small>${escaped(types.join('; '))}</small>`}</dd>`;
}

function resolved(response: Response | Reference, api: OpenApi): Response {
  if (!('$ref' in response)) return response;
  return api.components.responses[response.$ref.split('/').at(-1) ?? ''] ?? { description: '' };
}
