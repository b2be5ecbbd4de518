import { ModelState, type DataOf } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import type { BusConfig } from '@imprimatur/messaging';
import { FixedClock, seedMember, seedRole, Sender, type SeededMember } from '@imprimatur/testing';
import { Listening } from './listening.ts';
import { viewerOf } from './people.ts';
import { ServiceWorld } from './service-world.ts';

export interface Missed {
  lastEventId: string;
  isWhole: boolean;
  events: { type: string; id: string }[];
}

/** The service with a port of its own, the services that it hears of things from, and clients that listen. */
export class StreamWorld {
  private open: Listening[] = [];

  private constructor(
    readonly clock: FixedClock,
    readonly world: ServiceWorld,
    readonly url: string,
    readonly senders: Record<'identity' | 'resources' | 'approvals' | 'scheduler', Sender>,
  ) {}

  static async start(bus: BusConfig): Promise<StreamWorld> {
    const clock = new FixedClock(new Date());
    const world = await ServiceWorld.start(bus, clock);
    await world.service.listen();
    return new StreamWorld(clock, world, `${await world.service.app.getUrl()}/api/v1/stream`, {
      identity: await Sender.start('identity-roles', bus),
      resources: await Sender.start('resources', bus),
      approvals: await Sender.start('approvals', bus),
      scheduler: await Sender.start('scheduler', bus),
    });
  }

  get database() {
    return this.world.own.dataSource;
  }

  get workspaceId(): string {
    return this.world.acme.id;
  }

  async listen(member: SeededMember, lastEventId?: string): Promise<Listening> {
    const listening = await Listening.to(this.url, await this.headersOf(member, lastEventId));
    this.open.push(listening);
    if (listening.response.ok) await listening.hears('ready');
    return listening;
  }

  async missed(member: SeededMember, lastEventId?: string): Promise<Missed> {
    const headers = await this.headersOf(member, lastEventId);
    return (await this.world.call(member, 'get', 'stream', { headers })).body as Missed;
  }

  async viewer(sourceIds: string[], destinationIds: string[] = []): Promise<SeededMember> {
    const role = viewerOf(sourceIds, destinationIds);
    await seedRole(this.database, this.workspaceId, role);
    return seedMember(this.database, this.workspaceId, { roleId: role.id });
  }

  /** A model on this source. Answers with its id. */
  async changed(sourceId: string, over: Partial<DataOf<typeof ModelState>> = {}): Promise<string> {
    const { workspaceId } = { workspaceId: this.workspaceId, ...over };
    const id = newId();
    const state = { id, workspaceId, seq: 1, deleted: false, name: 'A model', published: null, draft: null };
    await this.senders.resources.send(ModelState, workspaceId, id, { ...state, sourceId, ...over });
    return id;
  }

  leaveAll(): void {
    for (const each of this.open) each.leave();
    this.open = [];
  }

  async close(): Promise<void> {
    for (const sender of Object.values(this.senders)) await sender.close();
    await this.world.close();
  }

  private async headersOf(member: SeededMember, lastEventId?: string): Promise<Record<string, string>> {
    const token = await this.world.signer.tokenFor(member, { issuedAt: this.clock.now() });
    return { authorization: `Bearer ${token}`, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
  }
}
