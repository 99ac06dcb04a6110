import { QueryFailedError } from 'typeorm';

interface PgError {
  code?: string;
  constraint?: string;
}

const pgError = (error: unknown): PgError =>
  error instanceof QueryFailedError ? (error.driverError as PgError) : ((error ?? {}) as PgError);

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EMFILE',
]);

// pg and TypeORM say it in words: the runner of a lost connection is released under the transaction that used it.
const CONNECTION_LOST =
  /Connection terminated|timeout exceeded when trying to connect|connection is closed|is not queryable|Query runner already released|query runner was already released/i;

/** The database is away, shutting down or full: the work waits and is tried again, it is never refused. */
export function isInfrastructure(error: unknown): boolean {
  const { code } = pgError(error);
  if (code && (NETWORK.has(code) || /^(08|53|57|58|25006)/.test(code))) return true;
  return error instanceof Error && CONNECTION_LOST.test(error.message);
}

/** Serialization failure or deadlock: the same transaction may succeed at once. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01', '55P03'].includes(pgError(error).code ?? '');

/** The name of the unique or exclusion constraint that was violated, if that is what happened. */
export function violatedConstraint(error: unknown): string | null {
  const { code, constraint } = pgError(error);
  return code === '23505' || code === '23P01' ? (constraint ?? null) : null;
}
