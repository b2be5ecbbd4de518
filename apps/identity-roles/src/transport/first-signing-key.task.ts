import { Bus, systemCause } from '@imprimatur/messaging';
import { BackgroundTask } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { EnsureSigningKey } from '../use-cases/ensure-signing-key.ts';

/** Before the service listens there is a key to sign with, and a secret that opens it. */
@Injectable()
export class FirstSigningKey extends BackgroundTask {
  constructor(
    private readonly bus: Bus,
    private readonly ensure: EnsureSigningKey,
  ) {
    super();
  }

  start(): Promise<void> {
    return this.bus.transactions.run((tx) => this.ensure.execute(tx, systemCause()));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
