import type { DependenciesPicture } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import { counted } from '../../counted.ts';
import type { PictureOptions } from '../picture-options.ts';
import { asciiPage, type Span, terminalTones } from './ascii-page.ts';
import { targetsOf } from './layout/graph-shape.ts';
import { traits } from './service-traits.ts';
import type { SketchTone } from './sketch.ts';
import { dependenciesLegend, dependenciesTitle, dependencyTones, describeDependencies } from './sketch-dependencies.ts';
import { toneMarks } from './tone-looks.ts';

/** Farther to the right a tree leaves the screen. */
const deepest = 12;

/**
 * Draws dependencies as trees: what a service needs is indented below it. Each service is unfolded once; where it is needed again
 * its name stands on the line of what was shown before.
 */
export function dependenciesAscii(picture: DependenciesPicture, options: PictureOptions): string {
  const joined = new Set(picture.edges.flatMap(({ from, to }) => [from, to]));
  const alone = picture.nodes.filter(({ name }) => !joined.has(name));
  const lines = new DependencyTrees(picture).lines();
  if (alone.length > 0) {
    if (lines.length > 0) lines.push([]);
    lines.push([{ text: `${counted(alone.length, 'service')} without dependencies:`, tone: 'strong' }]);
    lines.push(...alone.map(({ name }) => [{ text: `  ${name}` }]));
  }
  const tones = new Set(dependencyTones(picture).values());
  const legend = dependenciesLegend.filter(({ tone }) => tones.has(tone));
  return asciiPage(dependenciesTitle(picture), lines, legend, [describeDependencies(picture)], options);
}

class DependencyTrees {
  readonly #picture: DependenciesPicture;
  readonly #needs: ReadonlyMap<string, readonly string[]>;
  readonly #about: ReadonlyMap<string, string>;
  readonly #tones: ReadonlyMap<string, SketchTone>;
  readonly #shown = new Set<string>();
  readonly #lines: (readonly Span[])[] = [];

  constructor(picture: DependenciesPicture) {
    this.#picture = picture;
    this.#needs = targetsOf(picture.edges);
    this.#about = new Map(picture.nodes.map((node) => [node.name, traits(node)]));
    this.#tones = dependencyTones(picture);
  }

  lines(): (readonly Span[])[] {
    const needed = new Set(this.#picture.edges.flatMap(({ from, to }) => (from === to ? [] : [to])));
    const names = this.#picture.nodes.map(({ name }) => name).filter((name) => this.#needs.has(name));
    // Those in a circle that nothing outside needs are no roots; whatever is left over comes last.
    for (const name of [...names.filter((root) => !needed.has(root)), ...names]) {
      if (!this.#shown.has(name)) this.#unfold(name, '', '', 0);
    }
    return this.#lines;
  }

  #unfold(name: string, head: string, indent: string, depth: number): void {
    const needs = this.#needs.get(name) ?? [];
    // As it is not among the shown, it is unfolded as a root of its own.
    if (depth === deepest && needs.length > 0) {
      this.#line(head, name, 'unfolded below');
      return;
    }
    this.#shown.add(name);
    this.#line(head, name, this.#about.get(name) ?? '');
    const [fresh, again] = [
      needs.filter((need) => !this.#shown.has(need)),
      needs.filter((need) => this.#shown.has(need)),
    ];
    for (const [index, need] of fresh.entries()) {
      // An earlier sibling may have shown it in the meantime.
      if (this.#shown.has(need)) {
        again.push(need);
        continue;
      }
      const last = index === fresh.length - 1 && again.length === 0;
      this.#unfold(need, `${indent}${last ? '└─ ' : '├─ '}`, `${indent}${last ? '   ' : '│  '}`, depth + 1);
    }
    if (again.length > 0) this.#lines.push([{ text: `${indent}└┄ also ${again.join(', ')}`, tone: 'dim' }]);
  }

  #line(head: string, name: string, about: string): void {
    const tone = this.#tones.get(name) ?? 'plain';
    this.#lines.push([
      { text: head, tone: 'dim' },
      { text: `${toneMarks[tone]}${name}`, tone: terminalTones[tone] },
      { text: about === '' ? '' : `  ${about}`, tone: 'dim' },
    ]);
  }
}
