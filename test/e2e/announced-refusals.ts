import { RunRefused, type DataOf } from '@imprimatur/contracts';
import pg from 'pg';
import type { World } from './world.ts';

/** The codes of the refusals of a sync that were sent to the world, in order. */
export async function announcedRefusals(world: World, syncId: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl('scheduler') });
  await client.connect();
  try {
    const { rows } = await client.query<{ data: DataOf<typeof RunRefused> }>(
      'select data from outbox where type = $1 and subject = $2 order by id',
      [RunRefused.type, syncId],
    );
    return rows.map(({ data }) => data.code);
  } finally {
    await client.end();
  }
}
