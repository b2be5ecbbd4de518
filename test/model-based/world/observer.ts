import { setTimeout as delay } from 'node:timers/promises';
import { governing, type GovernedWorld } from './governed-world.ts';
import { snapshotQuery, unsettled, type Snapshot } from './snapshot.ts';

const PATIENCE_MS = 20_000;
const EVERY_MS = 10;

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
      try {
        const snapshots = await this.read(asking.map(({ workspaceId }) => workspaceId));
        for (const one of asking) this.answer(one, snapshots.get(one.workspaceId)!);
      } catch (error) {
        for (const { fail } of asking) fail(error as Error);
      }
      await delay(EVERY_MS);
    }
    this.looking = false;
  }

  private answer(one: Waiting, snapshot: Snapshot): void {
    const why = unsettled(snapshot);
    if (why === null) one.settle(snapshot);
    else if (Date.now() - one.since < PATIENCE_MS && !why.includes('set aside')) this.waiting.push(one);
    else one.fail(new Error(`It does not come to rest: ${why}.`));
  }

  private async read(workspaceIds: string[]): Promise<Map<string, Snapshot>> {
    const answers = await Promise.all(
      governing.map(async (service) => {
        const { rows } = await this.world.database(service).query<{ id: string; body: unknown }>({
          name: service,
          text: snapshotQuery(service),
          values: [workspaceIds],
        });
        return rows.map(({ id, body }) => ({ id, service, body }));
      }),
    );
    const snapshots = new Map<string, Snapshot>();
    for (const { id, service, body } of answers.flat())
      snapshots.set(id, { ...snapshots.get(id), [service]: body } as Snapshot);
    return snapshots;
  }
}
