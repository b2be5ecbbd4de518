import type { EventContract, Service } from '@imprimatur/contracts';
import { appendEvents, Bus, messagingMigrations, newEvent, type BusConfig, type NewEvent } from '@imprimatur/messaging';
import { createLogger } from '@imprimatur/service-kit';
import type { z } from 'zod';
import { testDatabase, type TestDatabase } from './test-database.ts';

/** Another service as far as the bus goes: an outbox with a relay, which also sends the beats of its state. */
export class Sender {
  private constructor(
    private readonly database: TestDatabase,
    private readonly bus: Bus,
  ) {}

  static async start(service: Service, config: BusConfig): Promise<Sender> {
    const database = await testDatabase({ entities: [], migrations: messagingMigrations });
    const { dataSource } = database;
    const bus = new Bus({ service, dataSource, config, logger: createLogger(service, 'silent') });
    await bus.startRelay();
    return new Sender(database, bus);
  }

  /** `actor` is the member in whose name it happened. */
  async send<C extends EventContract>(
    contract: C,
    workspaceId: string,
    subject: string,
    data: z.input<C['data']>,
    actor: string | null = null,
  ): Promise<void> {
    await this.sendAgain(newEvent(contract, workspaceId, subject, data), actor);
  }

  /** Sends exactly this event, as a redelivery would. */
  async sendAgain(event: NewEvent, actor: string | null = null): Promise<void> {
    const cause = { actor, correlationId: event.id, causationId: null };
    await this.bus.transactions.run((tx) => appendEvents(tx, cause, [event]));
  }

  /** Stops the beats, so that whoever listens falls behind. */
  stop(): Promise<void> {
    return this.bus.stopClaims();
  }

  async close(): Promise<void> {
    await this.bus.close();
    await this.database.drop();
  }
}
