import { prepareLocalBus, type BusConfig } from '@imprimatur/messaging';
import { emptyDatabase } from './empty-database.ts';

export interface LocalBus {
  config: Extract<BusConfig, { kind: 'local' }>;
  drop(): Promise<void>;
}

/** A bus over the local transport with nothing on it, in a database of its own. */
export async function localBus(): Promise<LocalBus> {
  const { url, drop } = await emptyDatabase('bus');
  await prepareLocalBus(url);
  return { config: { kind: 'local', databaseUrl: url }, drop };
}
