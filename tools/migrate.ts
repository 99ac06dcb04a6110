import { readSettings } from './platform/config.js';
import { databaseAccess, prepareDatabase } from './platform/database.js';
import { makeTopics } from './platform/platform.js';
import { Sentence } from './platform/sentence.js';
import { endWith } from './platform/signals.js';
import { presentServices } from './platform/services.js';

/** Makes roles, schemas, tables, reference data and topics on servers that exist; starts nothing. */
async function main(): Promise<void> {
  const { databaseUrl, serviceUrls, brokers, topicPrefix } = readSettings(process.env);
  if (!databaseUrl || !brokers) {
    throw new Sentence('需要 DATABASE_URL 和 KAFKA_BROKERS。', 'DATABASE_URL and KAFKA_BROKERS are needed.');
  }
  await prepareDatabase(databaseAccess(databaseUrl, serviceUrls), presentServices());
  await makeTopics(brokers, topicPrefix);
}

main().catch(endWith);
