import { Bus, systemCause } from '@imprimatur/messaging';
import { Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { RetireSigningKeys } from '../use-cases/retire-signing-keys.ts';

const HOUR_MS = 3_600_000;

@Injectable()
export class SigningKeyRetention extends Repeating {
  constructor(bus: Bus, retirement: RetireSigningKeys, logger: Logger) {
    const once = (): Promise<void> => bus.transactions.run((tx) => retirement.execute(tx, systemCause()));
    super('retire signing keys', HOUR_MS, once, logger);
  }
}
