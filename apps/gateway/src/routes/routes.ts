import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import { SERVICES } from '#libs/contracts/define.js';
import type { Operation } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { Fail } from '#libs/contracts/errors.js';
import { EXPORT_NAMES } from '#libs/contracts/gateway/exports.js';
import { MAX_FILE_SIZE } from '#libs/files/local-files.js';
import { environment } from '../config.js';
import type { ExportsService } from '../exports/exports.service.js';
import type { FilesService } from '../files/files.service.js';
import type { LiveService } from '../live/live.service.js';
import { localeOf, traceOf } from './caller.service.js';
import type { OperationsService } from './operations.service.js';
import { problemOf, requestFault } from './problem.js';

/** The gateway answers its own commands at once; only the owners behind it leave one pending. */
const Owner = z.enum(SERVICES).exclude(['gateway']);
const SIGN_IN = new Set(['gateway.sign-in', 'gateway.issue-client-token', 'gateway.refresh-session']);

interface Served {
  operations: OperationsService;
  files: FilesService;
  exports: ExportsService;
  live: LiveService;
  log: Logger;
}

/** Every contract with a route, the status of commands, and one table of errors for whatever goes wrong before or in them. */
export async function registerRoutes(fastify: FastifyInstance, served: Served): Promise<void> {
  await fastify.register(fastifyRateLimit, {
    max: environment.RATE_LIMIT,
    timeWindow: '1 minute',
    // By address alone: an invented Authorization header must not buy further attempts.
    keyGenerator: (request) => request.ip,
  });
  await fastify.register(fastifyMultipart, { limits: { fileSize: MAX_FILE_SIZE + 1, files: 1, fields: 0 } });
  // A scope of its own: Nest keeps the handlers of the root for itself.
  await fastify.register(
    (scope, _options, done) => {
      answerErrors(scope, served.log);
      for (const contract of ALL_OPERATIONS) register(scope, served.operations, contract);
      registerPages(scope, served);
      done();
    },
    { prefix: '/api/v1' },
  );
}

/** What is no contract because its body or its answer is no JSON object of its own. */
function registerPages(scope: FastifyInstance, { operations, files, exports, live }: Served): void {
  scope.get('/commands/:service/:messageId', async (request, reply) => {
    const at = z.object({ service: Owner, messageId: z.uuid() }).safeParse(request.params);
    if (!at.success) throw fail('not_found');
    return await operations.status(at.data.service, at.data.messageId, request, reply);
  });
  scope.post('/files', (request, reply) => files.upload(request, reply));
  scope.get('/files/:fileId', (request, reply) => files.download(request, reply));
  scope.get('/documents/:documentId/content', (request, reply) => files.downloadDocument(request, reply));
  for (const name of EXPORT_NAMES) {
    scope.get(`/exports/${name}`, (request, reply) => exports.download(name, request, reply));
  }
  scope.get('/live', (request, reply) => live.open(request, reply));
}

function register(fastify: FastifyInstance, operations: OperationsService, contract: Operation): void {
  if (!contract.http) return;
  const [method, path] = contract.http;
  const limited = { config: { rateLimit: { max: environment.SIGN_IN_LIMIT, timeWindow: '1 minute' } } };
  fastify.route({
    method,
    url: path,
    ...(SIGN_IN.has(contract.name) ? limited : {}),
    handler: (request, reply) => operations.serve(contract, request, reply),
  });
}

/** A problem as the answer, whatever asked for it. */
export function sendProblem(error: Fail, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, localeOf(request), traceOf(request));
  if (problem.status === 503) void reply.header('retry-after', '1');
  return reply.status(problem.status).type('application/problem+json').send(problem);
}

function answerErrors(scope: FastifyInstance, log: Logger): void {
  scope.setNotFoundHandler((request, reply) => sendProblem(fail('unknown_route'), request, reply));
  scope.setErrorHandler((error, request, reply) => {
    const fault = requestFault(error);
    if (!fault)
      log.error({ err: error, correlationId: traceOf(request), route: request.routeOptions.url }, 'request failed');
    return sendProblem(fault ?? fail('internal'), request, reply);
  });
}
