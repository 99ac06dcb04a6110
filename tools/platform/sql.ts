import pg from 'pg';

/** One connection for one piece of work, closed at its end. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a server that goes away rejects the query that waits, which is where it is told
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
