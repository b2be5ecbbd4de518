import { DataSource } from 'typeorm';
import type { BusConfig } from '../bus-config.ts';
import { Counted, countIn, ServiceDouble } from './service-double.fixture.ts';

/** What the parent process wants of the one it is going to kill. */
export interface ChildTask {
  databaseUrl: string;
  config: BusConfig;
  group: string;
  workspaceId: string;
  /** The number at which the handler never ends; null for a child that only relays. */
  stopAt: number | null;
}

const task = JSON.parse(process.argv[2] ?? '') as ChildTask;
const dataSource = await new DataSource({ type: 'postgres', url: task.databaseUrl }).initialize();
const child = new ServiceDouble(dataSource, task.config, { service: 'approvals' });

child.react(Counted, task.group, async (event, context) => {
  if (event.workspaceId !== task.workspaceId) return;
  if (event.data.n === task.stopAt) await new Promise<never>(() => undefined);
  await countIn(task.group)(event, context);
});
if (task.stopAt === null) await child.bus.startRelay();
else child.listen();
