import { type Link, targetsOf } from './graph-shape.ts';

/** Turns around the links that close a circle, so that all links can point the same way; links of a node to itself are left out. */
export function breakCircles(ids: readonly string[], links: readonly Link[]): Link[] {
  const targets = targetsOf(links);
  const left = new Set<string>();
  const onPath = new Set<string>();
  const kept: Link[] = [];
  for (const start of ids) {
    const path = entered(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { value: to, done } = top.next.next();
      if (done) leave(path.pop()?.id ?? '');
      else if (to !== top.id) {
        kept.push(onPath.has(to) ? { from: to, to: top.id } : { from: top.id, to });
        path.push(...entered(to));
      }
    }
  }
  return kept;

  function entered(id: string) {
    if (onPath.has(id) || left.has(id)) return [];
    onPath.add(id);
    return [{ id, next: (targets.get(id) ?? []).values() }];
  }
  function leave(id: string): void {
    onPath.delete(id);
    left.add(id);
  }
}
