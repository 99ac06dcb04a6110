import pg from 'pg';

// As the platform reads them: a date is its ten characters.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Ten connections, as a service of the platform has. */
export const connect = (connectionString: string): pg.Pool =>
  new pg.Pool({ connectionString, max: 10, options: '-c search_path=baseline -c timezone=UTC' });

/** A statement that is planned once a connection. */
export const prepared =
  (name: string, text: string) =>
  (...values: unknown[]): pg.QueryConfig => ({ name, text, values });

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A row with the names of its entity. */
export const entityOf = <T>(row: object): T =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as T;
