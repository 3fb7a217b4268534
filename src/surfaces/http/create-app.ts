import { Hono } from 'hono';
import { LedgerError } from '../../domain/errors.ts';
import { mayAct } from './door/caller.ts';
import { requireTrustedOrigin } from './door/require-trusted-origin.ts';
import { securityHeaders } from './door/security-headers.ts';
import type { HttpHost, Peer } from './http-host.ts';
import { HttpError, problemResponse } from './problem/problem.ts';
import { readBody, readQuery } from './read-request.ts';
import type { Route, RouteAnswer } from './route.ts';

/** The HTTP surface without a socket: a request goes in, a response comes out. */
export interface HttpApp {
  fetch(request: Request, peer: Peer): Promise<Response>;
}

/** Puts routes behind the door. */
export function createApp(host: HttpHost, routes: readonly Route[]): HttpApp {
  const hono: Routed = new Hono();
  for (const route of routes) {
    hono.on(route.method, honoPath(route.path), async ({ req, env }) =>
      respond(host, route, req.raw, { ...env, params: decodeParams(req.param()) }),
    );
  }
  for (const [path, methods] of methodsByPath(routes)) {
    hono.all(honoPath(path), () => {
      throw new HttpError(405, 'invalid', `this address takes ${methods.join(' and ')} only`, {
        headers: { allow: methods.join(', ') },
      });
    });
  }
  hono.notFound(({ req }) => {
    throw new LedgerError('not-found', `there is nothing at ${new URL(req.url).pathname}`, {
      hint: 'the addresses are listed in /openapi.json, and for people in /docs',
    });
  });
  hono.onError((error, { env }) => refuse(host, error, env.requestId));
  return {
    async fetch(request, peer) {
      const requestId = requestIdOf(request, host);
      const startedMs = host.nowMs();
      const response = await answer(hono, host, request, { peer, requestId });
      for (const [name, value] of securityHeaders(request)) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      response.headers.set('x-request-id', requestId);
      host.log({
        level: response.status >= 500 ? 'error' : 'info',
        message: 'request',
        requestId,
        method: request.method,
        path: new URL(request.url).pathname,
        status: response.status,
        durationMs: host.nowMs() - startedMs,
      });
      return response;
    },
  };
}

interface Context {
  readonly peer: Peer;
  readonly requestId: string;
}

type Routed = Hono<{ Bindings: Context }>;

async function answer(hono: Routed, host: HttpHost, request: Request, context: Context): Promise<Response> {
  try {
    requireTrustedOrigin(request, context.peer, host.settings);
    return await hono.fetch(request, context);
  } catch (error) {
    return refuse(host, error, context.requestId);
  }
}

function refuse(host: HttpHost, error: unknown, requestId: string): Response {
  const response = problemResponse(error, requestId);
  if (response.status >= 500) {
    host.log({
      level: 'error',
      message: 'failed',
      requestId,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  return response;
}

async function respond(
  host: HttpHost,
  route: Route,
  raw: Request,
  context: Context & { readonly params: Readonly<Record<string, string>> },
): Promise<Response> {
  const { requestId, params, peer } = context;
  const caller = await host.door.admit(raw, peer);
  if (route.access !== 'open') {
    if (caller === undefined) throw unauthenticated();
    if (!mayAct(caller.role, route.access)) {
      throw new LedgerError('forbidden', `a ${caller.role} may not do that; it takes the role ${route.access}`);
    }
  }
  const answered = await route.handle({
    ledger: host.ledger,
    caller: caller ?? nobody,
    params,
    query: readQuery(new URL(raw.url), route.query),
    body: route.body === undefined ? undefined : await readBody(raw, route.body),
    raw,
    requestId,
    nowMs: host.nowMs(),
  });
  return responseOf(answered);
}

const nobody = { role: 'viewer', name: 'nobody', token: null, environments: [], services: [] } as const;

function unauthenticated(): HttpError {
  return new HttpError(401, 'unauthenticated', 'this takes a token', {
    hint: 'send authorization: Bearer TOKEN; create one with: deploy-ledger token create',
    headers: { 'www-authenticate': 'Bearer' },
  });
}

function responseOf({ status = 200, headers = {}, json, body }: RouteAnswer): Response {
  if (json === undefined) return new Response(body ?? null, { status, headers });
  return new Response(JSON.stringify(json), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** The id that a proxy gave the request, if it can be put into a log, else one of our own. */
function requestIdOf(request: Request, host: HttpHost): string {
  const given = request.headers.get('x-request-id') ?? '';
  if (/^[\w.:-]{1,128}$/.test(given)) return given;
  return Buffer.from(host.random(12)).toString('base64url');
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\*\}/g, ':$1{.+}').replaceAll(/\{(\w+)\}/g, ':$1');
}

function decodeParams(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decoded(value)]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new LedgerError('invalid', `${JSON.stringify(value)} is not percent-encoded text`);
  }
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of routes) methods.set(path, [...(methods.get(path) ?? []), method]);
  return methods;
}
