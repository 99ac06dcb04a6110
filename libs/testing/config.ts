/** Coordinates of the servers that `npm test` has started for this run. */
export function testDatabaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`, which starts PostgreSQL and Kafka');
  return url;
}

/** The gateway of the platform that `npm test` has started for the flows. */
export function testPlatformUrl(): string {
  const url = process.env['TEST_PLATFORM_URL'];
  if (!url) throw new Error('TEST_PLATFORM_URL is not set: run the flows with `npm test`, which starts the platform');
  return url;
}

/** Where the brokers and topics of that platform are, for a test that adds a process to it. */
export function testKafka(): { brokers: string; prefix: string } {
  const { TEST_KAFKA_BROKERS: brokers, TEST_TOPIC_PREFIX: prefix } = process.env;
  if (!brokers || prefix === undefined) throw new Error('TEST_KAFKA_BROKERS is not set: run the flows with `npm test`');
  return { brokers, prefix };
}
