import { Hono } from 'hono';
import { LedgerError } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import { type Caller, mayAct } from './door/caller.ts';
import { Gate } from './door/gate.ts';
import { requireTrustedOrigin } from './door/require-trusted-origin.ts';
import { securityHeaders } from './door/security-headers.ts';
import type { HttpHost, HttpSettings, Peer } from './http-host.ts';
import { HttpError, problemResponse } from './problem/problem.ts';
import { RequestMeter } from './prometheus/request-meter.ts';
import { readBody, readQuery } from './read-request.ts';
import type { Access, Route, RouteAnswer } from './route.ts';
import { ledgerFor } from './scope/ledger-for.ts';

/** The HTTP surface without a socket: a request goes in, a response comes out. */
export interface HttpApp {
  fetch(request: Request, peer: Peer): Promise<Response>;
}

/** Puts routes behind the door. */
export function createApp(host: HttpHost, routes: readonly Route[]): HttpApp {
  const hono: Routed = new Hono();
  const gate = new Gate(host);
  const meter = new RequestMeter();
  for (const route of routes) {
    hono.on(route.method, honoPath(route.path), async ({ req, env }) => {
      env.answering(route);
      return respond(host, route, req.raw, { ...env, params: req.param() });
    });
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
      let operation = 'none';
      const answering = (route: Route) => {
        operation = route.id;
      };
      const response = await answer(hono, host, gate, request, { peer, requestId, meter, answering });
      for (const [name, value] of securityHeaders(request)) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      response.headers.set('x-request-id', requestId);
      meter.observe(request.method, operation, response.status, (host.nowMs() - startedMs) / 1000);
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
  readonly meter: RequestMeter;
  /** To be told which route answers. */
  answering(route: Route): void;
}

interface Admission extends Context {
  readonly caller: Caller | undefined;
}

type Routed = Hono<{ Bindings: Admission }>;

async function answer(hono: Routed, host: HttpHost, gate: Gate, request: Request, context: Context): Promise<Response> {
  try {
    requireTrustedOrigin(request, context.peer, host.settings);
    const { caller, headers } = await gate.admit(request, context.peer);
    const response = await hono.fetch(request, { ...context, caller });
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
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
  context: Admission & { readonly params: Readonly<Record<string, string>> },
): Promise<Response> {
  const { requestId, params, caller, meter } = context;
  const needed = roleNeeded(route.access, host.settings);
  if (needed !== undefined) {
    if (caller === undefined) throw unauthenticated();
    if (!mayAct(caller.role, needed)) {
      throw new LedgerError('forbidden', `a ${caller.role} may not do that; it takes the role ${needed}`);
    }
  }
  const answered = await route.handle({
    ledger: caller === undefined ? host.ledger : ledgerFor(host.ledger, caller),
    caller: caller ?? nobody,
    door: host.door,
    settings: host.settings,
    params,
    query: readQuery(new URL(raw.url), route.query),
    body: route.body === undefined ? undefined : await readBody(raw, route.body),
    raw,
    requestId,
    meter,
    nowMs: host.nowMs(),
    failed: (error) => void refuse(host, error, requestId),
  });
  return responseOf(answered);
}

/** The role that a route takes; undefined when anybody may call it. */
function roleNeeded(access: Access, { publicLog, publicMetrics }: HttpSettings): Role | undefined {
  if (access === 'open') return undefined;
  if (access === 'log') return publicLog ? undefined : 'viewer';
  if (access === 'metrics') return publicMetrics ? undefined : 'viewer';
  return access;
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

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of routes) methods.set(path, [...(methods.get(path) ?? []), method]);
  return methods;
}
