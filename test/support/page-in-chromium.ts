import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=60000', '--dump-dom'];

/**
 * Opens a page with this body in a browser, and returns what its scripts gave to the function `answer`, which takes any JSON.
 * @throws Error when they gave no answer.
 */
export function answerOfPage(body: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-page-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${answering}${body}</body>`);
    const { stdout } = spawnSync('chromium', [...flags, `--user-data-dir=${folder}`, pathToFileURL(page).href], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const [, answer] = /<output>([A-Za-z0-9+/=]+)<\/output>/.exec(stdout) ?? [];
    if (answer === undefined) throw new Error(`the browser gave no answer: ${stdout.slice(0, 500)}`);
    return JSON.parse(Buffer.from(answer, 'base64').toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes data as JavaScript that ends no script element. */
export function inlineJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

const answering = `<script>
function answer(value) {
  const output = document.createElement('output');
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  output.textContent = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  document.body.replaceChildren(output);
}
</script>`;
