import { pino } from 'pino';
import { Outgoing } from './outgoing.js';

const log = pino({ level: 'silent' });
const record = { key: 'k', value: 'v' };

/** A producer that fails with these messages in turn and then takes everything. */
function producer(...failures: string[]) {
  const sent: string[] = [];
  const send = (topic: string): Promise<void> => {
    const failure = failures.shift();
    if (failure !== undefined) return Promise.reject(new Error(failure));
    sent.push(topic);
    return Promise.resolve();
  };
  return { sent, send };
}

describe('a request on its way to the broker', () => {
  it('is sent again at once while it certainly was not taken', async () => {
    const broker = producer('connect ECONNREFUSED 127.0.0.1', 'This server is not the leader for that topic-partition');
    expect(await new Outgoing(broker, log).deliver('t', record, true)).toBe(true);
    expect(broker.sent).toEqual(['t']);
  });

  it('is said not to have been sent when no broker ever answered', async () => {
    const broker = producer(...Array.from({ length: 9 }, () => 'connect ECONNREFUSED 127.0.0.1'));
    expect(await new Outgoing(broker, log).deliver('t', record, true)).toBe(false);
    expect(broker.sent).toEqual([]);
  });

  it('is sent in the background when nobody can tell, so that its 202 comes to an end', async () => {
    const broker = producer('read ECONNRESET', 'Request Produce timed out');
    expect(await new Outgoing(broker, log).deliver('t', record, true)).toBe(true);
    expect(broker.sent).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(broker.sent).toEqual(['t']);
  });
});
