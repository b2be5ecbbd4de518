import type { DataSource, EntityManager } from 'typeorm';

/** Runs commands: one database transaction each, after whose commit the relay is woken. */
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nudge: () => void,
  ) {}

  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.dataSource.transaction(work);
    this.nudge();
    return result;
  }
}
