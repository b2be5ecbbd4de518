import type { EventContract } from '@imprimatur/contracts';
import type { BusConfig } from '@imprimatur/messaging';
import { Sender } from '@imprimatur/testing';
import type { z } from 'zod';

/** The services this one hears from: they announce what a test tells them to, and send their beats. */
export class Neighbours {
  private constructor(
    private readonly identityRoles: Sender,
    private readonly resources: Sender,
  ) {}

  static async start(config: BusConfig): Promise<Neighbours> {
    return new Neighbours(await Sender.start('identity-roles', config), await Sender.start('resources', config));
  }

  /** Says that a resource is so now. */
  announce<Contract extends EventContract>(
    contract: Contract,
    state: z.input<Contract['data']> & { id: string; workspaceId: string },
  ): Promise<void> {
    return this.resources.send(contract, state.workspaceId, state.id, state);
  }

  async close(): Promise<void> {
    await Promise.all([this.identityRoles.close(), this.resources.close()]);
  }
}
