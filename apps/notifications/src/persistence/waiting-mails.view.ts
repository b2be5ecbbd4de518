import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How many mails are still to be sent, in all workspaces. */
@Injectable()
export class WaitingMailsView {
  constructor(private readonly dataSource: DataSource) {}

  async count(): Promise<number> {
    const [row] = await this.dataSource.query<[{ waiting: number }]>(
      `select (select count(*) from mail where state = 'pending')::int + (select count(*) from mail where state = 'sending')::int
              as waiting`,
    );
    return row.waiting;
  }
}
