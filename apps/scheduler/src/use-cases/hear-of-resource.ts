import type { ConnectionState, DataOf, DestinationState, ModelState, SourceState } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StatesRepository } from '../persistence/states.repository.ts';

/** Takes in the newest state of what syncs depend on. */
@Injectable()
export class HearOfResource {
  constructor(private readonly states: StatesRepository) {}

  async model(tx: EntityManager, state: DataOf<typeof ModelState>): Promise<void> {
    await this.states.putModel(tx, state);
  }

  async source(tx: EntityManager, state: DataOf<typeof SourceState>): Promise<void> {
    await this.states.putEndpoint(tx, 'source', state);
  }

  async destination(tx: EntityManager, state: DataOf<typeof DestinationState>): Promise<void> {
    await this.states.putEndpoint(tx, 'destination', state);
  }

  async connection(tx: EntityManager, state: DataOf<typeof ConnectionState>): Promise<void> {
    await this.states.putConnection(tx, state);
  }
}
