import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { answerOfPage, inlineJson } from './page-in-chromium.ts';

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
  return answerOfPage(pageWith(diagrams)) as MermaidAnswer[];
}

function pageWith(diagrams: readonly string[]): string {
  return `<script src="${pathToFileURL(script).href}"></script><script>
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
  for (const [index, diagram] of ${inlineJson(diagrams)}.entries()) answers.push(await draw(diagram, index));
  answer(answers);
}
drawAll();
</script>`;
}
