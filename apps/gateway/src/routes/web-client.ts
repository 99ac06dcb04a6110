import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { fail } from '#libs/contracts/errors.js';
import { sendProblem } from './routes.js';

/** The pages that citizens open: small, without the workbench's libraries. */
const LIGHT = ['/sign-in', '/p/*', '/responsibilities', '/kiosk'];
/** Own scripts only; antd writes its styles into the page. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

const page = (reply: FastifyReply, file: string): FastifyReply =>
  reply
    .header('cache-control', 'no-cache')
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .sendFile(file);

/** The built web client: its files under names that never change, and its two entries for every other path of a page. */
export async function registerWebClient(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(resolve(root, 'index.html'))) {
    fastify.get('/', (_, reply) => reply.redirect('/api/docs'));
    return;
  }
  await fastify.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  fastify.get('/assets/*', (request, reply) => {
    void reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('x-content-type-options', 'nosniff');
    return reply.sendFile(request.url.slice(1).replace(/\?.*/, ''));
  });
  fastify.get('/seal.svg', (_, reply) => reply.header('cache-control', 'public, max-age=86400').sendFile('seal.svg'));
  for (const path of LIGHT) fastify.get(path, (_, reply) => page(reply, 'light.html'));
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|assets)\//.test(request.url)) return sendProblem(fail('unknown_route'), request, reply);
    return page(reply, 'index.html');
  });
}
