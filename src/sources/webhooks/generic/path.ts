import { LedgerError } from '../../../domain/errors.ts';

/** What paths lead into. */
export interface Surroundings {
  /** The event at hand. */
  readonly event: unknown;
  /** The whole body, which paths that begin with `$.` lead into. */
  readonly root: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** The rule that names the event. */
  readonly rule: unknown;
}

const step = /^(?:\.?([^.[\]"]+)|\["([^"]+)"\])/;

/**
 * Follows a path; undefined where it leads to nothing.
 * @throws LedgerError `invalid` for what is no path.
 */
export function follow(path: string, { event, root, headers, rule }: Surroundings): unknown {
  if (path.startsWith('@')) return headers[path.slice(1).toLowerCase()];
  const [first = '', ...rest] = stepsOf(path);
  const from = first === '$' ? root : first === 'rule' ? rule : inside(event, first);
  return rest.reduce(inside, from);
}

/** @throws LedgerError `invalid` for what is no path. */
export function stepsOf(path: string): readonly string[] {
  const steps: string[] = [];
  for (let rest = path; rest !== ''; ) {
    const [whole = '', plain, quoted] = step.exec(rest) ?? [];
    const name = plain ?? quoted;
    if (name === undefined) {
      throw new LedgerError('invalid', `${JSON.stringify(path)} is not a path`, {
        hint: 'write names with dots between them, and a name that holds a dot as ["name"]',
      });
    }
    steps.push(name);
    rest = rest.slice(whole.length);
  }
  return steps;
}

function inside(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
