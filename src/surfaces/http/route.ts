import type * as v from 'valibot';
import type { Ledger } from '../../app/ledger.ts';
import type { ClaimType } from '../../domain/claims/claim.ts';
import type { Role } from '../../domain/roles.ts';
import type { Caller } from './door/caller.ts';
import type { Door, HttpSettings } from './http-host.ts';
import type { RequestMeter } from './prometheus/request-meter.ts';

/** Who may call a route: anybody, or who has at least this role; `log` and `metrics` are for viewers unless they are public. */
export type Access = 'open' | 'log' | 'metrics' | Role;

/** What a handler is given: everything in it is checked. */
export interface RouteRequest<Query, Body> {
  readonly ledger: Ledger;
  readonly caller: Caller;
  readonly door: Door;
  readonly settings: HttpSettings;
  /** The parts of the path that its pattern names, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The request itself: headers, and the body of routes without a body schema. */
  readonly raw: Request;
  readonly requestId: string;
  /** Of this process. */
  readonly meter: RequestMeter;
  readonly nowMs: number;
  /** To be told of an error that comes when the answer is under way already. */
  failed(error: unknown): void;
}

export interface RouteAnswer {
  /** 200 when absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; nothing for undefined. */
  readonly json?: unknown;
  /** A body of another type, which `headers` then names. */
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/**
 * One operation of the HTTP API. The router, the documents and the client are made from these, so that none of them can say
 * anything else than what is checked.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With named parts in braces, as OpenAPI writes them: `/api/v1/deployments/{id}`. */
  readonly path: string;
  /** The operation's name for clients: a verb and what it is about, in camel case. */
  readonly id: string;
  readonly summary: string;
  /** What a summary has no room for, in plain sentences. */
  readonly description?: string;
  readonly access: Access;
  readonly query?: QuerySchema;
  /** Of a JSON body. */
  readonly body?: BodySchema;
  /** The type of a body that the route reads by itself. */
  readonly accepts?: string;
  /** The record that the body is, where the ledger checks it and not the route. */
  readonly records?: RecordSpec;
  /** What is answered, by status; `application/json` unless a type is named. */
  readonly answers: Readonly<Record<number, AnswerSpec>>;
  handle(request: RouteRequest<Readonly<Record<string, unknown>>, unknown>): Promise<RouteAnswer>;
}

export type QuerySchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;
export type BodySchema = v.GenericSchema<unknown, unknown>;

export interface RecordSpec {
  readonly type: ClaimType;
  /** The field that the path gives. */
  readonly subject?: string | undefined;
  readonly example: Readonly<Record<string, unknown>>;
}

export interface AnswerSpec {
  readonly description: string;
  readonly schema?: v.GenericSchema;
  readonly type?: string;
}

/** A route whose handler knows the types of its query and body. */
export interface TypedRoute<Query extends QuerySchema, Body extends BodySchema>
  extends Omit<Route, 'query' | 'body' | 'handle'> {
  readonly query?: Query;
  readonly body?: Body;
  handle(request: RouteRequest<v.InferOutput<Query>, v.InferOutput<Body>>): Promise<RouteAnswer>;
}

/** Declares a route. */
export function route<Query extends QuerySchema, Body extends BodySchema>(typed: TypedRoute<Query, Body>): Route {
  // The router hands over what these very schemas made of the request.
  return typed as Route;
}
