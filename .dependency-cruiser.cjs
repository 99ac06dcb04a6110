// Which module may know which other: the walls of the house. Each rule is broken on purpose in tools/boundaries.spec.ts.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'apps-apart',
      comment: 'Services know each other by contracts and facts only.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-below-apps',
      comment: 'A library that imports an app is part of it.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools)/' },
    },
    {
      name: 'contracts-only-zod',
      comment: 'The browser and the services read the same contracts: no Nest and no Node in them.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/contracts/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'client-only-contracts',
      comment: 'The typed client runs in the browser too.',
      severity: 'error',
      from: { path: ['^libs/client/', '^apps/web/src/'], pathNot: '\\.spec\\.tsx?$' },
      to: { path: ['^libs/', '^apps/'], pathNot: ['^libs/(contracts|client)/', '^apps/web/'] },
    },
    {
      name: 'client-without-node',
      severity: 'error',
      comment: 'The typed client runs in the browser too.',
      from: { path: '^libs/client/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kafka-in-messaging',
      comment: 'The pitfalls of kafkajs are known in one place.',
      severity: 'error',
      from: { pathNot: '^libs/messaging/' },
      to: { path: '(^|/)node_modules/(@types/)?kafkajs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'calendar-pure',
      comment: 'Working days and clocks are arithmetic: no Nest, no database.',
      severity: 'error',
      from: { path: '^libs/calendar/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(messaging|persistence|identity|files|testing)/|.*node_modules/(typeorm|@nestjs|pg)/)' },
    },
    {
      name: 'tests-stay-out',
      comment: 'What runs in production knows nothing of its tests.',
      severity: 'error',
      from: {
        path: '^(apps|libs|tools)/',
        pathNot: [
          '(^|/)test/',
          '\\.(spec|int-spec|e2e-spec|fixture)\\.ts$',
          '^libs/testing/',
          '^tools/(test|platform/suites)',
        ],
      },
      to: { path: ['^libs/testing/', '(^|/)test/', '\\.(spec|fixture)\\.ts$'] },
    },
    {
      name: 'no-dev-dependency',
      comment: 'What runs in production is installed in production.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [
          '(^|/)test/',
          '\\.(spec|int-spec|e2e-spec|fixture)\\.ts$',
          '^libs/testing/',
          '^libs/reference/generate-',
          // Vite puts what the web client uses into its bundle.
          '^apps/web/',
        ],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module nobody imports and that starts nothing is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.(spec|int-spec|e2e-spec|web-spec)\\.ts$',
          '\\.d\\.ts$',
          '^apps/web/[^/]+$',
          '^libs/reference/generate-',
          '^tools/',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '^apps/[^/]+/dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // '#libs/…' leads to the sources, not to what was built of them: package.json's condition.
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
