import { setTimeout as delay } from 'node:timers/promises';
import { governing, type GovernedWorld, type Governing } from './governed-world.ts';
import { newsQuery, unsettled, type News } from './rest.ts';
import { snapshotQuery, type Snapshot } from './snapshot.ts';

const PATIENCE_MS = 60_000;
const EVERY_MS = 20;

interface Waiting {
  workspaceId: string;
  since: number;
  settle(snapshot: Snapshot): void;
  fail(error: Error): void;
}

/** Looks into the databases for everybody who waits at once: many workspaces cost little more than one. */
export class Observer {
  private waiting: Waiting[] = [];
  private looking = false;

  constructor(private readonly world: GovernedWorld) {}

  /** What there is of the workspace once everything in it has come to rest. */
  settled(workspaceId: string): Promise<Snapshot> {
    return new Promise((settle, fail) => {
      this.waiting.push({ workspaceId, since: Date.now(), settle, fail });
      if (!this.looking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.looking = true;
    while (this.waiting.length > 0) {
      const asking = this.waiting;
      this.waiting = [];
      await this.answer(asking).catch((error: unknown) => {
        for (const { fail } of asking) fail(error as Error);
      });
      await delay(EVERY_MS);
    }
    this.looking = false;
  }

  private async answer(asking: readonly Waiting[]): Promise<void> {
    const news = await this.read<News>(newsQuery, asking);
    const atRest = asking.filter((one) => {
      const why = unsettled(news.get(one.workspaceId)!);
      if (why === null) return true;
      if (Date.now() - one.since < PATIENCE_MS) this.waiting.push(one);
      else one.fail(new Error(`It does not come to rest: ${why}.`));
      return false;
    });
    if (atRest.length === 0) return;
    const snapshots = await this.read<Snapshot>(snapshotQuery, atRest);
    for (const { workspaceId, settle } of atRest) settle(snapshots.get(workspaceId)!);
  }

  private async read<T extends object>(
    query: (service: Governing) => string,
    asking: readonly Waiting[],
  ): Promise<Map<string, T>> {
    const ids = asking.map(({ workspaceId }) => workspaceId);
    const answers = await Promise.all(
      governing.map(async (service) => {
        const statement = { name: query.name, text: query(service), values: [ids] };
        const { rows } = await this.world.database(service).query<{ id: string; body: unknown }>(statement);
        return rows.map(({ id, body }) => ({ id, service, body }));
      }),
    );
    const found = new Map<string, T>();
    for (const { id, service, body } of answers.flat()) found.set(id, { ...found.get(id), [service]: body } as T);
    return found;
  }
}
