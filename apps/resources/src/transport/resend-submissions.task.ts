import { Bus } from '@imprimatur/messaging';
import { BackgroundTask, Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { ResendSubmissions } from '../use-cases/requests/resend-submissions.ts';

const EVERY_MS = 10_000;

@Injectable()
export class ResendSubmissionsTask extends BackgroundTask {
  private readonly repeating: Repeating;

  constructor(resend: ResendSubmissions, bus: Bus, logger: Logger) {
    super();
    const round = (): Promise<string[]> => bus.transactions.run((tx) => resend.execute(tx));
    this.repeating = new Repeating('resend-submissions', EVERY_MS, round, logger);
  }

  start(): void {
    this.repeating.start();
  }

  stop(): Promise<void> {
    return this.repeating.stop();
  }
}
