import { fastify } from 'fastify';
import type { FastifyError, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { getApproval } from '#libs/contracts/approvals/filings.js';
import { decideApproval } from '#libs/contracts/approvals/reviews.js';
import { ERRORS, Fail, fail } from '#libs/contracts/errors.js';
import { Admission } from './baseline/admission.js';
import { applyOnce } from './baseline/commands.js';
import { connect } from './baseline/database.js';
import { decide } from './baseline/decide.js';
import { read } from './baseline/read.js';
import { Reference } from './baseline/reference.js';

/*
 * The baseline: "decide an approval" and "an approval by id" as one service without Kafka, by hand, on Fastify and pg.
 *
 * It does what the platform does for them: the token and the session, account and permission behind it; the contract of
 * input and output; the Idempotency-Key with its stored answer, of refusals too; scope; the row lock; the same facts
 * about the case and the same rule, with the domain's own pure functions; version, events, duties, audit rows, outbox
 * row and answer in one transaction; the same JSON. Its statements are few and prepared; reference data is in memory.
 *
 * It does not do: limit rates, log, trace, relay its outbox, serve anyone but reviewers, meet conditions of
 * pre-approvals (its cases have none; it throws if one has). It has one pool of 10 where the platform has one a service.
 */

const Environment = z.object({ DATABASE_URL: z.string(), TOKEN_SECRET: z.string() });

const { DATABASE_URL, TOKEN_SECRET } = Environment.parse(process.env);
const pool = connect(DATABASE_URL);
const admission = new Admission(pool, TOKEN_SECRET);
const reference = await Reference.load(pool);

const server = fastify({ bodyLimit: 1024 * 1024 });

const inputOf = <T extends z.ZodType>(schema: T, { body, params }: FastifyRequest): z.output<T> => {
  const parsed = schema.safeParse({ ...(body as object | undefined), ...(params as object) });
  if (!parsed.success) throw fail('invalid_input', { issues: parsed.error.issues });
  return parsed.data;
};

server.post('/api/v1/approvals/:id/decision', async (request, reply) => {
  const principal = await admission.admit(request, decideApproval.permission);
  const input = inputOf(decideApproval.input, request);
  const key = z.string().max(200).optional().parse(request.headers['idempotency-key']);
  const asked = { operation: decideApproval.name, principal, input, key, ip: request.ip };
  const answer = await applyOnce(pool, asked, (work) => decide(work, reference, input));
  if (answer.status === 'refused') throw new Fail(answer.code, answer.params);
  void reply.header('etag', `"${answer.output.version}"`);
  return answer.output;
});

server.get('/api/v1/approvals/:id', async (request, reply) => {
  const principal = await admission.admit(request, getApproval.permission);
  const output = await read(pool, reference, { principal, ...inputOf(getApproval.input, request) });
  void reply.header('etag', `"${output.version}"`);
  return output;
});

server.setErrorHandler((error: FastifyError | Fail, _request, reply) => {
  if (!(error instanceof Fail))
    return reply.status(error.statusCode ?? 500).send({ code: 'internal', detail: String(error) });
  return reply.status(ERRORS[error.code].status).send({ code: error.code, params: error.params });
});

process.send?.({ url: await server.listen({ host: '127.0.0.1', port: 0 }) });
process.on('disconnect', () => process.exit(0));
