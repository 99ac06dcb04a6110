import type { Producer, ProducerBatch } from 'kafkajs';
import { BatchingProducer, Unsent } from './producer.js';

/** A Kafka that records what it is given and answers when it is told to. */
class Wire {
  readonly batches: ProducerBatch[] = [];
  private readonly answers: { resolve: () => void; reject: (error: Error) => void }[] = [];

  reachable = true;

  readonly producer = {
    connect: () => (this.reachable ? Promise.resolve() : Promise.reject(new Error('connect ECONNREFUSED'))),
    sendBatch: (batch: ProducerBatch) => {
      this.batches.push(batch);
      return new Promise<void>((resolve, reject) => this.answers.push({ resolve, reject }));
    },
  } as unknown as Producer;

  async acknowledge(): Promise<void> {
    await turn();
    this.answers.shift()?.resolve();
    await turn();
  }

  async refuse(error: Error): Promise<void> {
    await turn();
    this.answers.shift()?.reject(error);
    await turn();
  }

  values(at: number): unknown[] {
    return (this.batches[at]?.topicMessages ?? []).flatMap(({ topic, messages }) =>
      messages.map(({ value }) => `${topic}:${String(value)}`),
    );
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the batching producer', () => {
  it('puts what is sent at the same moment into one request, by topic and in order, acknowledged by all replicas', async () => {
    const wire = new Wire();
    const producer = new BatchingProducer(wire.producer);
    const sent = Promise.all([
      producer.send('a', { value: '1' }),
      producer.send('b', { value: '2' }),
      producer.send('a', { value: '3' }),
    ]);
    await wire.acknowledge();
    await sent;
    expect(wire.batches).toHaveLength(1);
    expect(wire.batches[0]?.acks).toBe(-1);
    expect(wire.values(0)).toEqual(['a:1', 'a:3', 'b:2']);
  });

  it('has one request on its way at a time; what comes meanwhile goes together in the next', async () => {
    const wire = new Wire();
    const producer = new BatchingProducer(wire.producer);
    const first = producer.send('a', { value: '1' });
    await turn();
    const later = Promise.all([producer.send('a', { value: '2' }), producer.send('a', { value: '3' })]);
    await turn();
    expect(wire.batches).toHaveLength(1);
    await wire.acknowledge();
    await first;
    await wire.acknowledge();
    await later;
    expect(wire.values(1)).toEqual(['a:2', 'a:3']);
  });

  it('tells every caller of a failed request, and only them, and goes on', async () => {
    const wire = new Wire();
    const producer = new BatchingProducer(wire.producer);
    const lost = Promise.allSettled([producer.send('a', { value: '1' }), producer.send('a', { value: '2' })]);
    await turn();
    const next = producer.send('a', { value: '3' });
    await wire.refuse(new Error('broker away'));
    await wire.acknowledge();
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(next).resolves.toBeUndefined();
    const again = producer.send('a', { value: '4' });
    await wire.acknowledge();
    await expect(again).resolves.toBeUndefined();
  });

  it('says of a failed request that nobody knows, and of those after it that they are unsent while no broker is there', async () => {
    const wire = new Wire();
    const producer = new BatchingProducer(wire.producer);
    const lost = producer.send('a', { value: '1' });
    wire.reachable = false;
    await Promise.all([
      wire.refuse(new Error('connect ECONNREFUSED')),
      expect(lost).rejects.not.toBeInstanceOf(Unsent),
    ]);
    await expect(producer.send('a', { value: '2' })).rejects.toBeInstanceOf(Unsent);
    expect(wire.batches).toHaveLength(1);
    wire.reachable = true;
    const again = producer.send('a', { value: '3' });
    await wire.acknowledge();
    await expect(again).resolves.toBeUndefined();
  });

  it('gathers for as long as it is told, and no longer than until enough has come', async () => {
    const wire = new Wire();
    const producer = new BatchingProducer(wire.producer, () => 60_000);
    const send = (value: string) => void producer.send('a', { value });
    ['1', '2'].forEach(send);
    await turn();
    expect(wire.batches).toEqual([]);
    ['3', '4', '5', '6', '7', '8'].forEach(send);
    await turn();
    expect(wire.values(0)).toHaveLength(8);
  });

  it('cuts a flood into requests of bounded size, still in order', async () => {
    const wire = new Wire();
    const producer = new BatchingProducer(wire.producer, () => 0, 4_500);
    const sent = Promise.all(['1', '2', '3'].map((value) => producer.send('a', { value })));
    await wire.acknowledge();
    await wire.acknowledge();
    await sent;
    expect([wire.values(0), wire.values(1)]).toEqual([['a:1', 'a:2'], ['a:3']]);
  });
});
