import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { answers } from './network.js';
import { ROOT } from './root.js';
import { Sentence } from './sentence.js';
import type { Supervisor } from './supervisor.js';

const VERSION = '4.3.0';
export const CLUSTER_ID = 'YmFuZ2RhaWJhbi1rYWZrYQ';
const READY_WITHIN_MS = 90_000;
/**
 * Small and quick to start: one broker of one machine, whose topics are created from the contracts only. The first
 * compiler alone: the second takes more of a small machine in the first minutes than its code gives back.
 */
const JVM = ['-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

interface Ports {
  broker: number;
  controller: number;
  /** A second door for the services, and the port by which they are told to come to it. */
  services?: { port: number; advertised: number };
}

/** By which addresses the tools and the services reach the brokers. */
export interface Brokers {
  direct: string[];
  forServices: string[];
}

/**
 * Starts the embedded broker of the data folder. `jarsFolder` may be shared by data folders; `between` names the port
 * that leads the services to the one it is given.
 */
export async function startKafka(
  supervisor: Supervisor,
  jarsFolder: string,
  between?: (port: number) => Promise<number>,
): Promise<Brokers> {
  const { folder } = supervisor;
  const java = findJava();
  const jars = await kafkaJars(supervisor, jarsFolder);
  const ports = await portsOf(folder, between);
  const properties = folder.at('kafka.properties');
  writeFileSync(properties, brokerProperties(ports, folder));

  const logging = `-Dlog4j2.configurationFile=${join(ROOT, 'tools/platform/kafka-log4j2.xml')}`;
  const start = [...JVM, logging, '-cp', join(jars, '*')];
  const log = folder.at('kafka');
  if (!existsSync(join(log, 'meta.properties'))) {
    rmSync(log, { recursive: true, force: true });
    const format = ['kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', properties];
    await supervisor.runOnce('kafka-format', java, [...start, ...format]);
  }
  const child = supervisor.run(1, {
    name: 'kafka',
    command: java,
    args: [...start, 'kafka.Kafka', properties],
    show: (line) => (/ (ERROR|FATAL) /.test(line) ? line : null),
  });
  await supervisor.ready(child, () => answers('127.0.0.1', ports.broker), READY_WITHIN_MS);
  const direct = [`127.0.0.1:${ports.broker}`];
  return { direct, forServices: ports.services ? [`127.0.0.1:${ports.services.advertised}`] : direct };
}

async function portsOf(folder: DataFolder, between?: (port: number) => Promise<number>): Promise<Ports> {
  const ports = { broker: await folder.port('kafka'), controller: await folder.port('kafka-controller') };
  if (!between) return ports;
  const port = await folder.port('kafka-services');
  return { ...ports, services: { port, advertised: await between(port) } };
}

/** The controller's address is given here and not stored in the log, so the ports may change between two starts. */
function brokerProperties({ broker, controller, services }: Ports, folder: DataFolder): string {
  const [door, advertised, protocol] = services
    ? [`,SERVICES://127.0.0.1:${services.port}`, `,SERVICES://127.0.0.1:${services.advertised}`, ',SERVICES:PLAINTEXT']
    : ['', '', ''];
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}${door}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${broker}${advertised}`,
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': `PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${protocol}`,
    'log.dirs': folder.at('kafka'),
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 2,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // A broker that was killed is let in again only when its old session is over: 9 s by default.
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 2_000,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function findJava(): string {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const { stderr, error } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (!error && major >= 17) return java;
  const [foundZh, foundEn] = major ? [`当前是 Java ${major}`, `this is Java ${major}`] : ['没有找到', 'none was found'];
  throw new Sentence(
    `需要 Java 17 或更新版本来运行 Kafka,${foundZh}:请安装,或用 KAFKA_BROKERS 指定已有的 Kafka。`,
    `Java 17 or newer is needed to run Kafka, ${foundEn}: install it, or name a Kafka that exists in KAFKA_BROKERS.`,
  );
}

/** Downloads Kafka's jars once; into a folder beside them that is renamed when it is complete. */
async function kafkaJars(supervisor: Supervisor, jarsFolder: string): Promise<string> {
  const jars = join(jarsFolder, `kafka-${VERSION}`, 'libs');
  if (existsSync(jars)) return jars;
  if (spawnSync('mvn', ['-v'], { stdio: 'ignore' }).error) {
    throw new Sentence(
      '首次启动需要 Maven 下载 Kafka,没有找到 mvn 命令:请安装 Maven。',
      'The first start needs Maven to download Kafka, and there is no mvn command: install Maven.',
    );
  }
  supervisor.say('正在下载 Kafka(约 43 MB)… Downloading Kafka (43 MB)…');
  const unfinished = `${jars}.new`;
  const pom = join(ROOT, 'tools/platform/kafka-pom.xml');
  const copy = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`];
  await supervisor.runOnce('kafka-download', 'mvn', [...copy, `-Dkafka.version=${VERSION}`]);
  renameSync(unfinished, jars);
  return jars;
}
