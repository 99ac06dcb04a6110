import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import kafkajs from 'kafkajs';
import type { ISocketFactory, Kafka, LogEntry } from 'kafkajs';
import type { Logger } from 'pino';
import { calmRequestQueues } from './kafkajs-idle.js';

calmRequestQueues();

/** Of every producer: the partitioner that Kafka's own Java client uses. */
export const PARTITIONER = kafkajs.Partitioners.DefaultPartitioner;

/** The topics of one member of a group, from what the broker tells of it. */
export const assignedTopics = (assignment: Buffer): string[] =>
  Object.keys(kafkajs.AssignerProtocol.MemberAssignment.decode(assignment)?.assignment ?? {});

export interface KafkaOptions {
  brokers: string[];
  clientId: string;
  log?: Logger;
}

// kafkajs leaves Nagle's algorithm on; small requests then wait for the last one's acknowledgement.
const noDelay: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl ? connectTls({ host, port, ...ssl }, onConnect) : connect({ host, port }, onConnect);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  return socket;
};

/** A client whose retry behaviour does not depend on NODE_ENV and whose log goes where everything else is logged. */
export function connectKafka({ brokers, clientId, log }: KafkaOptions): Kafka {
  return new kafkajs.Kafka({
    brokers,
    clientId,
    socketFactory: noDelay,
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry: LogEntry) => {
      const { message, ...rest } = entry.log;
      // A broker that is starting or handing over leadership: kafkajs asks again by itself.
      const passing = /coordinator (is|for)|leadership election|not the leader|not host this topic/i.test(
        `${message} ${String(rest['error'])} ${String(rest['stack'])}`,
      );
      if (passing) log?.debug({ kafka: rest }, message);
      else if (entry.level <= kafkajs.logLevel.ERROR) log?.error({ kafka: rest }, message);
      else log?.warn({ kafka: rest }, message);
    },
  });
}
