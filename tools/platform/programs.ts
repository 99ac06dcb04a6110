import { join } from 'node:path';
import type { Service } from '#libs/contracts/define.js';
import { ROOT } from './root.js';

const FOLLOW_PARENT = join(ROOT, 'dist/tools/platform/follow-parent.js');

/** A compiled file of a service, as `main.js`. */
export const compiled = (service: Service, file: string): string => join(ROOT, 'dist/apps', service, 'src', file);

/** How a Node program of ours is run as a child that ends when the supervisor is gone. */
export const nodeProgram = (script: string) => ({
  command: process.execPath,
  args: ['--import', FOLLOW_PARENT, script],
  cwd: ROOT,
  tethered: true,
});
