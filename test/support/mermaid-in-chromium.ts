import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const script = fileURLToPath(new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url));

/** What Mermaid made of a diagram. */
export interface MermaidAnswer {
  /** Why it was refused; absent when it was drawn. */
  readonly error?: string;
  readonly title?: string;
  readonly description?: string;
  /** The texts of nodes, groups, arrows, bars and axes, as a reader sees them. */
  readonly labels?: readonly string[];
}

/** Draws diagrams with the real Mermaid in a browser, and says what became of each. */
export function drawWithMermaid(diagrams: readonly string[]): MermaidAnswer[] {
  if (!existsSync(script)) throw new Error(`${script} is missing: run npm ci`);
  const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-mermaid-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, pageWith(diagrams));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=60000', '--dump-dom'];
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

function pageWith(diagrams: readonly string[]): string {
  const data = JSON.stringify(diagrams).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><body><script src="${pathToFileURL(script).href}"></script><script>
const text = (root, selector) => root.querySelector(selector)?.textContent;
async function draw(diagram, index) {
  try {
    const { svg } = await mermaid.render('picture' + index, diagram);
    const root = document.createElement('div');
    root.innerHTML = svg;
    document.body.append(root);
    const labels = [...root.querySelectorAll('.nodeLabel, .edgeLabel, .cluster-label, svg text')].map(
      (label) => label.innerText ?? label.textContent,
    );
    return { title: text(root, 'svg > title'), description: text(root, 'svg > desc'), labels };
  } catch (error) {
    return { error: String(error) };
  }
}
async function drawAll() {
  mermaid.initialize({ startOnLoad: false });
  const answers = [];
  for (const [index, diagram] of ${data}.entries()) answers.push(await draw(diagram, index));
  const output = document.createElement('output');
  output.textContent = btoa(Array.from(new TextEncoder().encode(JSON.stringify(answers)), (byte) => String.fromCharCode(byte)).join(''));
  document.body.replaceChildren(output);
}
drawAll();
</script></body>`;
}
