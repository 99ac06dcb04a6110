// The gateway's config.ts reads the environment when it is first imported: import this before anything of the gateway.
Object.assign(process.env, {
  KAFKA_BROKERS: 'localhost:1',
  DATABASE_URL: 'postgres://not-used',
  TOKEN_SECRET: 'a secret of the tests, 32 characters long',
  FILES_DIR: '/tmp',
  MODE: 'test',
});
