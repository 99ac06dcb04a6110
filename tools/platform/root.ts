import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function folderOfPackage(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : folderOfPackage(dirname(from));
}

/** The clone's top folder, whether this file runs compiled below dist/ or straight from its source. */
export const ROOT = folderOfPackage(import.meta.dirname);
