import { join } from 'node:path';
import { answers } from './network.js';
import { nodeProgram } from './programs.js';
import { ROOT } from './root.js';
import type { Supervisor } from './supervisor.js';

const SYSTEM_ID = 'bangdaiban';
const READY_WITHIN_MS = 30_000;

export interface SmsCentre {
  /** Its page of what has arrived. */
  url: string;
  /** How notify signs in to it. */
  environment: Record<'SMPP_HOST' | 'SMPP_PORT' | 'SMPP_SYSTEM_ID' | 'SMPP_PASSWORD', string>;
}

/** Starts the SMS-centre simulator, which stands for every phone. */
export async function startSmsCentre(supervisor: Supervisor): Promise<SmsCentre> {
  const { folder } = supervisor;
  const smpp = await folder.port('sms-centre-smpp');
  const http = await folder.port('sms-centre-http');
  // SMPP 3.4 allows eight characters.
  const signIn = { SMPP_SYSTEM_ID: SYSTEM_ID, SMPP_PASSWORD: folder.secret('smpp').slice(0, 8) };
  const child = supervisor.run(2, {
    name: 'sms-centre',
    ...nodeProgram(join(ROOT, 'dist/tools/sms-centre/main.js')),
    env: {
      ...process.env,
      ...signIn,
      SMPP_PORT: String(smpp),
      PORT: String(http),
      LOG_FILE: folder.at('sms-centre.jsonl'),
    },
    show: (line) => line,
  });
  await supervisor.ready(child, () => answers('127.0.0.1', http), READY_WITHIN_MS);
  return {
    url: `http://127.0.0.1:${http}`,
    environment: { SMPP_HOST: '127.0.0.1', SMPP_PORT: String(smpp), ...signIn },
  };
}
