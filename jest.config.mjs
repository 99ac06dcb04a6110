// Four suites, one runner: `unit` beside pure code, `operations` on a real PostgreSQL, `flows` through the gateway,
// `web` in a real Chromium.
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^#(apps|libs|tools)/(.*)\\.js$': '<rootDir>/$1/$2.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
};

export default {
  testSequencer: './tools/alphabetical.cjs',
  // A template database may have to be made first, on a machine that is busy with something else.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'operations',
      testMatch: ['<rootDir>/apps/*/test/**/*.int-spec.ts', '<rootDir>/libs/*/test/**/*.int-spec.ts'],
    },
    {
      ...shared,
      displayName: 'flows',
      testMatch: ['<rootDir>/apps/*/test/**/*.e2e-spec.ts', '<rootDir>/tools/*/*.e2e-spec.ts'],
    },
    { ...shared, displayName: 'web', testMatch: ['<rootDir>/apps/web/test/**/*.web-spec.ts'] },
  ],
};
