import { z } from 'zod';
import type { ErrorCode } from './errors.js';

// A contract is a value: the gateway's route, the service's handler, OpenAPI, AsyncAPI, the typed client and the
// test samples are all read from it, and every type is inferred from it.

export const SERVICES = ['gateway', 'projects', 'agents', 'approvals', 'notify'] as const;
export type Service = (typeof SERVICES)[number];

/** `noun:verb`, granted to roles in libs/identity. `public` needs no sign-in, `signed-in` any account, `internal` has no route. */
export type Permission = `${string}:${string}` | 'public' | 'signed-in' | 'internal';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Method and path below /api/v1; `:name` takes a field of the input from the path, the rest from body or query string. */
export type Http = readonly [Method, `/${string}`];

interface Declared<I extends z.ZodObject, O extends z.ZodType> {
  http: Http | null;
  permission: Permission;
  /** What it does, for the API documentation: [zh, en]. */
  title: readonly [string, string];
  input: I;
  output: O;
  errors: readonly ErrorCode[];
  /** A valid input; shown in the API documentation and used as a test sample. */
  example: z.input<I>;
}

export interface Command<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> extends Declared<I, O> {
  kind: 'command';
  name: string;
  service: Service;
  /** The input field that holds the aggregate's id (commands of one key are applied in order); `new`: it is created; `none`: the gateway's own, never sent. */
  key: string;
  /** The caller must send `If-Match` with the version it saw: 428 without, 412 when stale. */
  ifMatch: boolean;
}

export interface Query<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> extends Declared<I, O> {
  kind: 'query';
  name: string;
  service: Service;
}

export type Operation = Command | Query;
export type Input<C extends Operation> = z.output<C['input']>;
export type RawInput<C extends Operation> = z.input<C['input']>;
export type Output<C extends Operation> = z.output<C['output']>;
/** What a handler returns: the output before the contract's own transforms. */
export type RawOutput<C extends Operation> = z.input<C['output']>;

type Named<S extends Service> = `${S}.${string}`;

function serviceOf(name: string): Service {
  const service = SERVICES.find((candidate) => name.startsWith(`${candidate}.`));
  if (!service) throw new Error(`contract ${name}: its name must begin with a service`);
  return service;
}

/** A change of one aggregate, keyed by its id; the name is `<service>.<verb-noun>`. Unknown input fields are refused. */
export function command<I extends z.ZodObject, O extends z.ZodType>(
  name: Named<Service>,
  declared: Declared<I, O> & { key: (keyof z.output<I> & string) | 'new' | 'none'; ifMatch?: boolean },
): Command<I, O> {
  const input = declared.input.strict() as unknown as I;
  return { ...declared, input, kind: 'command', name, service: serviceOf(name), ifMatch: declared.ifMatch ?? false };
}

/** A read of the owner's own aggregates, dropped after a short deadline. Unknown filters are refused, never ignored. */
export function query<I extends z.ZodObject, O extends z.ZodType>(
  name: Named<Service>,
  declared: Declared<I, O>,
): Query<I, O> {
  const input = declared.input.strict() as unknown as I;
  return { ...declared, input, kind: 'query', name, service: serviceOf(name) };
}

type Types = Record<string, z.ZodObject>;

/** Facts of one kind of aggregate, in the order of its versions: the topic's name and its payloads are never apart. */
export interface Stream<T extends Types = Types> {
  kind: 'stream';
  topic: string;
  service: Service;
  /** The field of every payload by which records are keyed. */
  key: string;
  types: T;
}

export function stream<T extends Types>(
  topic: `${string}.events.v1`,
  declared: { service: Service; key: string; types: T },
): Stream<T> {
  return { kind: 'stream', topic, ...declared };
}

export type FactType<S extends Stream> = keyof S['types'] & string;
export type FactData<S extends Stream, T extends FactType<S>> = z.output<S['types'][T]>;

/** Who caused a fact; names only of people acting in office or of units, never a phone or an identity number. */
export const Actor = z.object({
  accountId: z.string(),
  kind: z.enum(['agent', 'unit', 'department', 'system', 'administrator', 'platform']),
  name: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** A fact on the wire: CloudEvents 1.0 (structured JSON) with the aggregate's version and the actor as extensions. */
export interface Fact<S extends Stream = Stream, T extends FactType<S> = FactType<S>> {
  specversion: '1.0';
  id: string;
  source: string;
  /** `<aggregate>.<type>`, as `case.applied`. */
  type: string;
  subject: string;
  /** Business time, RFC 3339. */
  time: string;
  actor: Actor;
  correlationid: string;
  data: FactData<S, T>;
}

/** `case.events.v1` + `applied` → `case.applied`: the CloudEvents type. */
export const factName = (topic: string, type: string): string => `${topic.replace('.events.v1', '')}.${type}`;
