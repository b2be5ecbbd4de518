import type { EventContract } from '@imprimatur/contracts';
import { appendEvents, Bus, messagingMigrations, newEvent, systemCause, type BusConfig } from '@imprimatur/messaging';
import { createLogger } from '@imprimatur/service-kit';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import type { z } from 'zod';

/** The services this one hears from: they announce what a test tells them to, and send their beats. */
export class Neighbours {
  private constructor(
    private readonly database: TestDatabase,
    private readonly identityRoles: Bus,
    private readonly resources: Bus,
    private readonly identityDatabase: TestDatabase,
  ) {}

  static async start(config: BusConfig): Promise<Neighbours> {
    const [database, identityDatabase] = [await ownDatabase(), await ownDatabase()];
    const logger = createLogger('neighbours', 'silent');
    const identityRoles = new Bus({
      service: 'identity-roles',
      dataSource: identityDatabase.dataSource,
      config,
      logger,
    });
    const resources = new Bus({ service: 'resources', dataSource: database.dataSource, config, logger });
    await identityRoles.startRelay();
    await resources.startRelay();
    return new Neighbours(database, identityRoles, resources, identityDatabase);
  }

  /** Says that a resource is so now. */
  async announce<Contract extends EventContract>(
    contract: Contract,
    state: z.input<Contract['data']> & { id: string; workspaceId: string },
  ): Promise<void> {
    const event = newEvent(contract, state.workspaceId, state.id, state);
    await this.resources.transactions.run((tx) => appendEvents(tx, systemCause(), [event]));
  }

  async close(): Promise<void> {
    await Promise.all([this.identityRoles.close(), this.resources.close()]);
    await Promise.all([this.database.drop(), this.identityDatabase.drop()]);
  }
}

function ownDatabase(): Promise<TestDatabase> {
  return testDatabase({ entities: [], migrations: messagingMigrations });
}
