import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Behaviour } from './behaviour.js';
import { SmsCentre } from './centre.js';
import { readConfig } from './config.js';
import { Journal } from './journal.js';
import { page } from './page.js';

const config = readConfig();
const journal = new Journal(config.LOG_FILE);
const centre = new SmsCentre(journal, { systemId: config.SMPP_SYSTEM_ID, password: config.SMPP_PASSWORD });

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

const json = (response: ServerResponse, status: number, value: unknown): void =>
  reply(response, status, 'application/json', JSON.stringify(value, null, 2));

async function setBehaviour(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const wanted = Behaviour.safeParse(parse(await text(request)));
  if (!wanted.success) return json(response, 422, wanted.error.issues);
  centre.behaviour = wanted.data;
  json(response, 200, centre.behaviour);
}

/** Undefined for what is no JSON, which the schema then refuses. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const to = searchParams.get('to') || null;
  switch (`${request.method} ${pathname}`) {
    case 'GET /':
      return reply(response, 200, 'text/html', page(journal.messages(to), to ?? ''));
    case 'GET /messages.json':
      return json(response, 200, journal.messages(to, searchParams.get('since') ?? ''));
    case 'GET /behaviour':
      return json(response, 200, centre.behaviour);
    case 'POST /behaviour':
      return setBehaviour(request, response);
    default:
      return reply(response, 404, 'text/plain', '没有这个页面。');
  }
}

centre.listen(config.SMPP_PORT, config.HOST);
createServer((request, response) => void serve(request, response)).listen(config.PORT, config.HOST);
