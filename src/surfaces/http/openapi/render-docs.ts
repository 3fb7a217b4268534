import { docsStyle } from './docs-style.ts';
import { escaped } from './escaped.ts';
import type { OpenApi, Operation } from './open-api.ts';
import { renderOperation } from './render-operation.ts';

interface Addressed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Renders an API as one page that needs nothing else: no script, no font, no other file. `origin` is what examples call. */
export function renderDocs(api: OpenApi, origin: string): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Addressed => ({ method: method.toUpperCase(), path, operation }),
    ),
  );
  const groups = api.tags.map(({ name }) => ({
    name,
    members: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(api.info.title)} API</title>
<style>${docsStyle}</style>
</head>
<body>
<nav aria-label="Operations">
<h1><a href="#top">${escaped(api.info.title)}</a></h1>
<details><summary>Operations</summary>
${groups.map(({ name, members }) => `<h2>${escaped(name)}</h2>\n<ul>${members.map(link).join('')}</ul>`).join('\n')}
</details>
</nav>
<main id="top">
<p class="lead">${escaped(api.info.description)}</p>
<p>The same as an <a href="/openapi.json">OpenAPI 3.1 document</a>. Where a token is needed, send it as
<code>Authorization: Bearer TOKEN</code>.</p>
${groups.map(({ name, members }) => section(name, members, api, origin)).join('\n')}
</main>
</body>
</html>
`;
}

function link({ method, path, operation }: Addressed): string {
  return `<li><a href="#${escaped(operation.operationId)}"><b class="${method}">${method}</b> ${escaped(shortened(path))}</a></li>`;
}

function shortened(path: string): string {
  return path.replace('/api/v1', '');
}

function section(name: string, members: readonly Addressed[], api: OpenApi, origin: string): string {
  const parts = members.map(({ method, path, operation }) => renderOperation({ method, path, operation }, api, origin));
  return `<section><h2>${escaped(name)}</h2>\n${parts.join('\n')}</section>`;
}
