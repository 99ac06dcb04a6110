import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throwError } from 'rxjs';
import { fail } from '#libs/contracts/errors.js';
import { sendProblem } from './routes.js';

/** What Nest itself throws: an unknown address over HTTP; anything from a handler of facts goes on as it is. */
@Catch()
export class GatewayFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType() === 'rpc') return throwError(() => error);
    const http = host.switchToHttp();
    const unknown = error instanceof HttpException && error.getStatus() === 404;
    const refusal = fail(unknown ? 'unknown_route' : 'internal');
    return sendProblem(refusal, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
