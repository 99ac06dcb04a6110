import { FrontendMessages } from './postgres-frontend.js';

const message = (type: string, ...texts: string[]): Buffer => {
  const body = Buffer.from(texts.map((text) => `${text}\0`).join(''));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const packet = (code: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(8);
  bytes.writeUInt32BE(code, 4);
  return bytes;
};
const SSL_REQUEST = packet(80_877_103);
const START_UP = packet(3 << 16);

const started = (): FrontendMessages => {
  const messages = new FrontendMessages();
  messages.take(START_UP);
  return messages;
};
const commitsOf = (...sent: Buffer[]): boolean[] =>
  started()
    .take(Buffer.concat(sent))
    .map(({ commits }) => commits);

describe('what a client sends to PostgreSQL', () => {
  it('is cut into its messages wherever the chunks end', () => {
    const sent = Buffer.concat([SSL_REQUEST, START_UP, message('Q', 'SELECT 1'), message('Q', 'COMMIT')]);
    const messages = new FrontendMessages();
    const taken = [...sent].flatMap((byte) => messages.take(Buffer.from([byte])));
    expect(taken.map(({ bytes }) => bytes.length)).toEqual([8, 8, 14, 12]);
    expect(Buffer.concat(taken.map(({ bytes }) => bytes))).toEqual(sent);
    expect(taken.map(({ commits }) => commits)).toEqual([false, false, false, true]);
  });

  it.each([
    ['commit', true],
    ['INSERT INTO a VALUES (1); COMMIT', true],
    ['  END', true],
    ['ROLLBACK', false],
    ["SELECT 'commit'", false],
  ])('commits by the query “%s”: %s', (sql, commits) => {
    expect(commitsOf(message('Q', sql))).toEqual([commits]);
  });

  it('commits when a statement of that text is executed, not when it is parsed or bound', () => {
    const run = (statement: string) => [message('B', '', statement), message('E', '')];
    const sent = [message('P', 'c', 'COMMIT'), message('P', '', 'SELECT 1'), ...run('c'), ...run(''), message('S')];
    expect(commitsOf(...sent)).toEqual([false, false, false, true, false, false, false]);
  });

  it('forgets a statement that was parsed anew', () => {
    const sent = [message('P', '', 'COMMIT'), message('P', '', 'SELECT 1'), message('B', '', ''), message('E', '')];
    expect(commitsOf(...sent)).toEqual([false, false, false, false]);
  });
});
