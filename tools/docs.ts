import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { asyncApi, errorsPage, topicsPage } from '#libs/documents/asyncapi.js';
import { openApi } from '#libs/documents/openapi.js';
import { webOperations } from '#libs/documents/web-operations.js';

// npm run docs: writes the documents that are made from the contracts; with --check it only says which are stale.

const documents: Record<string, string> = {
  'docs/openapi.json': `${JSON.stringify(openApi(), null, 2)}\n`,
  'docs/asyncapi.yaml': stringify(asyncApi(), { aliasDuplicateObjects: false }),
  'docs/topics.md': topicsPage(),
  'docs/errors.md': errorsPage(),
  'apps/web/src/api/operations.ts': webOperations(),
};

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const stale = Object.entries(documents).filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} 已过期,请运行 npm run docs / is stale: run npm run docs`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [file, text] of stale) writeFileSync(file, text);
console.log(stale.length === 0 ? 'docs: nothing stale' : `docs: wrote ${stale.map(([file]) => file).join(', ')}`);
