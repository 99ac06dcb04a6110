// Loaded before a service's own code: when the supervisor is gone, even by kill -9, the service ends as on SIGTERM.
const LAST_MS = 10_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), LAST_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
