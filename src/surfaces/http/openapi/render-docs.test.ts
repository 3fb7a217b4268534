import { describe, expect, it } from 'vitest';
import { route } from '../route.ts';
import { routes } from '../routes.ts';
import { describeApi } from './describe-api.ts';
import { renderDocs } from './render-docs.ts';

const page = renderDocs(describeApi(routes), 'https://ledger.example');

describe('the documentation', () => {
  it('has every operation, each with a command line', () => {
    for (const { id } of routes) expect(page).toContain(`<article id="${id}">`);
    expect(page.match(/<pre tabindex="0"><code>curl /g)).toHaveLength(routes.length);
  });

  it('needs nothing but itself', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=/);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !target.startsWith('#') && target !== '/openapi.json')).toEqual([]);
    const anchors = links.filter((target) => target.startsWith('#')).map((target) => target.slice(1));
    expect(anchors.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });

  it('shows how to record a deployment', () => {
    const example = /<article id="recordDeployment">[\s\S]*?<code>(curl[\s\S]*?)<\/code><\/pre>/.exec(page)?.[1];
    expect(example?.replaceAll('&quot;', '"').replaceAll('&#39;', "'")).toBe(
      [
        'curl https://ledger.example/api/v1/deployments',
        '-H "authorization: Bearer $DEPLOY_LEDGER_API_KEY"',
        "-H 'content-type: application/json'",
        `-d '{"service":"api","version":"2.3.0","environment":"production","strategy":"canary","commit":"4f2a91c"}'`,
      ].join(' \\\n  '),
    );
  });

  it('takes no markup from what it describes', () => {
    const spec = { method: 'GET', path: '/x', id: 'x', access: 'open', answers: {} } as const;
    const odd = route({ ...spec, summary: '<script>alert("1")</script>', handle: async () => ({}) });
    expect(renderDocs(describeApi([odd]), "https://a.example/'><b>")).not.toMatch(/<script|<b>/);
  });
});
