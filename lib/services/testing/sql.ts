import pg from "pg";

/** One statement on a connection of its own, past all of our code: what the database itself says. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withClient(async (client) => (await client.query<Row>(text, [...values])).rows);
}

export async function withClient<Result>(
  work: (client: pg.Client) => Promise<Result>,
  url = process.env.DATABASE_URL,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
