import type { EventContract } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import type { BusConfig } from '../bus-config.ts';
import { messagingMigrations } from '../migrations/messaging-migrations.ts';
import type { ConsumeContext, Received } from '../received.ts';
import { Counted, countIn, CreateEffect1767225600090, ServiceDouble } from './service-double.fixture.ts';

/** Two services of one test, each with its database: one sends, the other receives, in a workspace that nobody else knows. */
export class Conversation {
  readonly workspace = newId();
  readonly group = `group-${newId()}`;
  private readonly open: ServiceDouble[] = [];

  private constructor(
    private readonly bus: BusConfig,
    readonly sending: TestDatabase,
    readonly receiving: TestDatabase,
  ) {}

  static async on(bus: BusConfig): Promise<Conversation> {
    const o = { entities: [], migrations: [...messagingMigrations, CreateEffect1767225600090] };
    return new Conversation(bus, ...(await Promise.all([testDatabase(o), testDatabase(o)])));
  }

  /** One process of the service that sends. */
  sender(options: { service?: string; leaseMs?: number } = {}): ServiceDouble {
    return this.opened(new ServiceDouble(this.sending.dataSource, this.bus, options));
  }

  /** One process of the service that receives. */
  receiver(): ServiceDouble {
    return this.opened(new ServiceDouble(this.receiving.dataSource, this.bus, { service: 'approvals' }));
  }

  /** One that writes down the numbers it gets here. */
  counting(group = this.group): ServiceDouble {
    return this.receiver().react(Counted, group, this.onlyHere(countIn(group)));
  }

  /** A handler that leaves the events of other tests on the same bus alone. */
  onlyHere<C extends EventContract>(handle: (event: Received<C>, context: ConsumeContext) => Promise<void>) {
    return (event: Received<C>, context: ConsumeContext): Promise<void> =>
      event.workspaceId === this.workspace ? handle(event, context) : Promise.resolve();
  }

  async close(): Promise<void> {
    await Promise.all(this.open.map((double) => double.bus.close()));
    await Promise.all([this.sending.drop(), this.receiving.drop()]);
  }

  private opened(double: ServiceDouble): ServiceDouble {
    this.open.push(double);
    return double;
  }
}
