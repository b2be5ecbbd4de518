import { Bus, systemCause } from '@imprimatur/messaging';
import { Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { SendPasswordResets } from '../use-cases/password-resets/send-password-resets.ts';

/** Woken by each request; what a replica that has stopped left behind is found within this. */
const EVERY_MS = 5_000;

@Injectable()
export class PasswordResets extends Repeating {
  constructor(bus: Bus, sending: SendPasswordResets, logger: Logger) {
    const once = (): Promise<number> => bus.transactions.run((tx) => sending.execute(tx, systemCause()));
    super(
      'send password resets',
      EVERY_MS,
      async () => {
        while ((await once()) > 0);
      },
      logger,
    );
  }
}
