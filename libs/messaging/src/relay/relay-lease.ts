import { newId } from '@imprimatur/kernel';
import type { DataSource } from 'typeorm';

/** Who may relay the outbox of one service. Time is the database's; the epoch goes up with every taking. */
export class RelayLease {
  private readonly owner = newId();
  private epoch: string | undefined;
  private renewAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly leaseMs: number,
  ) {}

  /** False while another relay holds it. */
  async take(): Promise<boolean> {
    const [taken] = await this.update<{ epoch: string }>(
      `set owner = $1, epoch = epoch + 1, expires_at = clock_timestamp() + $2 * interval '1 ms'
       where owner = $1 or expires_at < clock_timestamp() returning epoch`,
      [this.owner, this.leaseMs],
    );
    this.epoch = taken?.epoch;
    this.scheduleRenewal();
    return taken !== undefined;
  }

  /** False when another relay has taken it meanwhile. */
  async renew(): Promise<boolean> {
    const renewed = await this.update(
      `set expires_at = clock_timestamp() + $3 * interval '1 ms' where owner = $1 and epoch = $2 returning epoch`,
      [this.owner, this.epoch, this.leaseMs],
    );
    this.scheduleRenewal();
    return renewed.length > 0;
  }

  /** As {@link renew}, but asks the database only when a third of the time is over. */
  async keep(): Promise<boolean> {
    return Date.now() < this.renewAt || this.renew();
  }

  /** Lets the next relay take it at once. */
  async release(): Promise<void> {
    await this.update(`set expires_at = '-infinity' where owner = $1 and epoch = $2 returning epoch`, [
      this.owner,
      this.epoch,
    ]);
  }

  /** A condition for statements that only the present holder may run, with its parameters from `$first` on. */
  guard(first: number): { sql: string; parameters: unknown[] } {
    return {
      sql: `exists (select from relay_lease where owner = $${first} and epoch = $${first + 1})`,
      parameters: [this.owner, this.epoch],
    };
  }

  private scheduleRenewal(): void {
    this.renewAt = Date.now() + this.leaseMs / 3;
  }

  private async update<Row>(change: string, parameters: unknown[]): Promise<Row[]> {
    const [rows] = await this.dataSource.query<[Row[], number]>(`update relay_lease ${change}`, parameters);
    return rows;
  }
}
