import { DomainError } from '@imprimatur/kernel';
import { Freshness } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Guards what must not happen with rights that may have been taken away: within 5 s they are known here or nothing that needs them works. */
@Injectable()
export class ConfirmedRights {
  constructor(private readonly freshness: Freshness) {}

  /** Throws `rights.unconfirmed` while this service may not have heard of every change of the workspace's rights. */
  async assert(workspaceId: string, tx?: EntityManager): Promise<void> {
    if (await this.freshness.behind(workspaceId, tx)) throw unconfirmed();
  }
}

export const unconfirmed = (): DomainError =>
  new DomainError(
    'unavailable',
    'rights.unconfirmed',
    'Rights cannot be confirmed at the moment, so nothing that needs them is done. Try again shortly.',
    { retryAfter: 2 },
  );
