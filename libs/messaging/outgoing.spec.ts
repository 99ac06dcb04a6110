import { pino } from 'pino';
import { Outgoing } from './outgoing.js';
import { Unsent } from './producer.js';

const log = pino({ level: 'silent' });
const record = { key: 'k', value: 'v' };

/** A producer that fails in these ways in turn and then takes everything. */
function producer(...failures: Error[]) {
  const sent: string[] = [];
  const send = (topic: string): Promise<void> => {
    const failure = failures.shift();
    if (failure !== undefined) return Promise.reject(failure);
    sent.push(topic);
    return Promise.resolve();
  };
  return { sent, send };
}

describe('a request on its way to the broker', () => {
  it('is sent again at once while it certainly was not taken', async () => {
    const broker = producer(new Unsent('no broker'), new Unsent('no broker'));
    expect(await new Outgoing(broker, log).deliver('t', record, true)).toBe(true);
    expect(broker.sent).toEqual(['t']);
  });

  it('is said not to have been sent when no broker could be reached, time and again', async () => {
    const broker = producer(...Array.from({ length: 9 }, () => new Unsent('no broker')));
    expect(await new Outgoing(broker, log).deliver('t', record, true)).toBe(false);
    expect(broker.sent).toEqual([]);
  });

  it('is sent in the background when nobody can tell, so that its 202 comes to an end', async () => {
    const broker = producer(new Error('connect ECONNREFUSED 127.0.0.1'), new Error('Request Produce timed out'));
    expect(await new Outgoing(broker, log).deliver('t', record, true)).toBe(true);
    expect(broker.sent).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(broker.sent).toEqual(['t']);
  });
});
