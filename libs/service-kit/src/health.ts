import type { Bus } from '@imprimatur/messaging';
import type { DataSource } from 'typeorm';
import { pendingMigrations } from './migrate.ts';

export interface Readiness {
  ready: boolean;
  checks: Record<'database' | 'migrations' | 'consumers' | 'beats' | 'draining', string>;
}

/**
 * Ready means: own database reachable and migrated, consumers have joined and seen a beat once since the start, not draining.
 * Losing the broker later does not make a service unready: commands are still accepted.
 */
export class Health {
  private draining = false;
  private migrated = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
  ) {}

  drain(): void {
    this.draining = true;
  }

  async readiness(): Promise<Readiness> {
    const bus = this.bus.health();
    const checks = {
      ...(await this.databaseChecks()),
      consumers: bus.crashed ?? (bus.joined ? 'ok' : 'joining'),
      beats: bus.beatsSeen ? 'ok' : 'none seen yet',
      draining: this.draining ? 'yes' : 'ok',
    };
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  private async databaseChecks(): Promise<{ database: string; migrations: string }> {
    try {
      await this.dataSource.query('select 1');
      return { database: 'ok', migrations: await this.migrationCheck() };
    } catch (error) {
      return { database: error instanceof Error ? error.message : 'unreachable', migrations: 'unknown' };
    }
  }

  private async migrationCheck(): Promise<string> {
    if (this.migrated) return 'ok';
    const pending = await pendingMigrations(this.dataSource);
    this.migrated = pending.length === 0;
    return this.migrated ? 'ok' : `${pending.length} to run`;
  }
}
