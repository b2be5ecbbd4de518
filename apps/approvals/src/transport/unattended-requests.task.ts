import { Bus } from '@imprimatur/messaging';
import { BackgroundTask, Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NoticeUnattended } from '../use-cases/notice-unattended.ts';

const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 100;

/**
 * Notices requests that were left alone. Rights reach this service as state, of which nothing but the latest is promised and to which
 * nothing may react; so it looks whether they are still those that the open requests were judged by.
 */
@Injectable()
export class UnattendedRequests extends BackgroundTask {
  private readonly rounds: Repeating;

  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
    private readonly noticeUnattended: NoticeUnattended,
    logger: Logger,
  ) {
    super();
    this.rounds = new Repeating('unattended-requests', LOOK_EVERY_MS, () => this.lookAtAll(), logger);
  }

  start(): void {
    this.rounds.start();
  }

  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** One round; few requests to a transaction, so that none of them is kept from being decided. */
  async lookAtAll(): Promise<void> {
    for (const workspaceId of await this.noticeUnattended.due(this.dataSource.manager)) {
      const some = (): Promise<number> =>
        this.bus.transactions.run((tx) => this.noticeUnattended.execute(tx, workspaceId, AT_ONCE));
      while ((await some()) === AT_ONCE);
    }
  }
}
