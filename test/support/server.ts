import { once } from 'node:events';
import { BuiltProgram, type Ended } from './cli/built-program.ts';

export interface ServerOptions {
  /** What follows `serve --port 0 -f json`. */
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Whose home it runs in; one of its own when absent, which is removed with it. */
  readonly program?: BuiltProgram;
}

/** The built program, serving on a free port of this machine. */
export interface StartedServer {
  readonly url: string;
  readonly program: BuiltProgram;
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  signal(signal: NodeJS.Signals): void;
  /** How it ended, once it has. */
  readonly ended: Promise<Ended>;
  /** Sends a signal and waits for the end; SIGTERM when absent. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
  /** Ends it, if it still runs, and removes its home, if that is its own. */
  remove(): Promise<void>;
}

/** Starts a server, on the default ledger of its home unless the arguments say otherwise, and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<StartedServer> {
  const { args = [], environment = {}, program = new BuiltProgram() } = options;
  const line = ['serve', '--port', '0', '-f', 'json', ...args];
  const { child, ended } = program.start(line, { environment });
  const url = await Promise.race([firstUrl(child.stdout), ended.then(notStarted)]);
  const request = (path: string, init?: RequestInit) => fetch(url + path, init);
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    program,
    ended,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    signal: (signal) => void child.kill(signal),
    stop,
    async remove() {
      await stop('SIGKILL');
      if (options.program === undefined) program.remove();
    },
  };
}

async function firstUrl(stdout: NodeJS.ReadableStream | null): Promise<string> {
  if (stdout === null) throw new Error('the server has no standard output');
  let text = '';
  while (!text.includes('\n')) text += String((await once(stdout, 'data'))[0]);
  return JSON.parse(text).url;
}

function notStarted({ status, stderr }: Ended): never {
  throw new Error(`the server ended with status ${status} before it listened:\n${stderr}`);
}
