import type { Operation } from '#libs/contracts/define.js';
import * as agents from '#libs/contracts/agents.js';
import * as approvals from '#libs/contracts/approvals.js';
import * as gateway from '#libs/contracts/gateway.js';
import * as notify from '#libs/contracts/notify.js';
import * as projects from '#libs/contracts/projects.js';

const MODULES = { agents, approvals, gateway, notify, projects };

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'kind' in value && ['command', 'query'].includes(String(value.kind));

function line(module: string, name: string, { kind, name: operation, http, ...contract }: Operation): string {
  const [method = '', path = ''] = http ?? [];
  const ifMatch = 'ifMatch' in contract && contract.ifMatch ? ', ifMatch: true' : '';
  return `export const ${name}: Callable<typeof ${module}.${name}> = { kind: '${kind}', name: '${operation}', http: ['${method}', '${path}']${ifMatch} };`;
}

/** The web client's operations: their routes alone, typed by their contracts, so that no schema travels to a browser. */
export function webOperations(): string {
  const lines = Object.entries(MODULES).flatMap(([module, values]) =>
    Object.entries(values as Record<string, unknown>).flatMap(([name, value]) =>
      isOperation(value) && value.http ? [line(module, name, value)] : [],
    ),
  );
  const imports = Object.keys(MODULES).map(
    (module) => `import type * as ${module} from '#libs/contracts/${module}.js';`,
  );
  return [
    '// Made from libs/contracts by `npm run docs`: do not edit.',
    "import type { Callable } from '#libs/client/client.js';",
    ...imports,
    '',
    ...lines,
    '',
  ].join('\n');
}
