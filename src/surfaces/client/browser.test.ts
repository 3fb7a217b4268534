import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'rolldown';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('./index.ts', import.meta.url));

test('runs where there is nothing but what browsers and Node have in common', async () => {
  const { output } = await build({
    input: entry,
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    output: { format: 'iife', name: 'client' },
  });
  expect(output).toHaveLength(1);
  expect(output[0].imports).toEqual([]);
  const { code } = output[0];
  const asked: string[] = [];
  const fetch = async (url: URL) => {
    asked.push(url.href);
    return Response.json({ id: 'deploy-1' }, { status: 201 });
  };
  const shared = {
    fetch,
    URL,
    URLSearchParams,
    AbortController,
    AbortSignal,
    TextDecoder,
    crypto,
    setTimeout,
    clearTimeout,
  };
  const script = `${code}; client.connect({ url: 'https://ledger.example' }).recordDeployment({})`;
  expect(await runInNewContext(script, shared)).toMatchObject({ id: 'deploy-1' });
  expect(asked).toEqual(['https://ledger.example/api/v1/deployments']);
});
