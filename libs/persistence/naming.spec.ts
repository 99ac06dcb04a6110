import { SnakeNaming } from './naming.js';
import { isInfrastructure, isTransient, violatedConstraint } from './infrastructure.js';

describe('names in the database', () => {
  const naming = new SnakeNaming();

  it('are snake_case, keys and indexes named after table and columns', () => {
    expect(naming.tableName('CaseScope', undefined)).toBe('case_scope');
    expect(naming.columnName('regionIds', undefined, [])).toBe('region_ids');
    expect(naming.columnName('sha256', undefined, [])).toBe('sha256');
    expect(naming.primaryKeyName('projects.case_scope')).toBe('case_scope_pkey');
    expect(naming.indexName('case_scope', ['unitId'])).toBe('ix_case_scope_unit_id');
    expect(naming.uniqueConstraintName('account', ['username'])).toBe('uq_account_username');
  });

  it('never pass 63 bytes, and two that are cut never meet', () => {
    const columns = ['aVeryLongColumnName', 'anotherVeryLongColumnName', 'yetAnotherVeryLongColumn'];
    const names = [
      naming.indexName('case_progress', [...columns, 'a']),
      naming.indexName('case_progress', [...columns, 'b']),
    ];
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
    expect(names[0]).not.toBe(names[1]);
  });
});

describe('what a database error means', () => {
  it.each(['08006', '53300', '57P01', '57P03', '58030', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s: the database is away',
    (code) => {
      expect(isInfrastructure({ code })).toBe(true);
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Query runner already released. Cannot run queries anymore.',
  ])('“%s”: the connection is gone', (message) => {
    expect(isInfrastructure(new Error(message))).toBe(true);
  });

  it('tells a race, a violated key and a fault of the code apart', () => {
    expect(['40001', '40P01', '55P03'].every((code) => isTransient({ code }))).toBe(true);
    expect(violatedConstraint({ code: '23505', constraint: 'uq_x' })).toBe('uq_x');
    expect(violatedConstraint({ code: '23503', constraint: 'fk_x' })).toBeNull();
    for (const error of [new Error('x'), { code: '42P01' }, null, undefined, 'text']) {
      expect(isInfrastructure(error)).toBe(false);
      expect(isTransient(error)).toBe(false);
    }
  });
});
