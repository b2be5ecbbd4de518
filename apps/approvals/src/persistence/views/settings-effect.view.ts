import { Directory, type Actor } from '@imprimatur/access';
import type { WorkspaceSettings } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { openStatuses } from '../../domain/request-status.ts';
import { settingsEffect, type WaitingRequests } from '../../domain/settings-effect.ts';
import { Footprints } from '../footprints.repository.ts';
import type { SettingsEffect } from './settings-effect.schema.ts';

/** What settings would mean for the members and the open requests of a workspace. Numbers alone: they name nothing that is hidden. */
@Injectable()
export class SettingsEffectView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: Directory,
    private readonly footprints: Footprints,
  ) {}

  read({ workspaceId, workspace }: Actor, wanted: Partial<WorkspaceSettings>): Promise<SettingsEffect> {
    const settings = { now: workspace.settings, then: { ...workspace.settings, ...wanted } };
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const members = await this.directory.members(workspaceId, undefined, tx);
      const holders = await this.directory.actors(
        workspaceId,
        members.map(({ id }) => id),
        tx,
      );
      const footprints = await this.footprints.of(workspaceId, tx);
      const effect = settingsEffect(holders, await this.waiting(tx, workspaceId), footprints, settings);
      const count = await this.countOpen(tx, workspaceId);
      return { settings: settings.then, members: effect.members, openRequests: { count, ...effect.requests } };
    });
  }

  private waiting(tx: EntityManager, workspaceId: string): Promise<WaitingRequests[]> {
    return tx.query(
      `select count(*)::int as count, footprint_id as "footprintId", submitted_by as "submittedBy", contributors,
              required_approvals as "requiredApprovals"
         from approval_request where workspace_id = $1 and status in ('pending', 'publish_failed')
        group by footprint_id, submitted_by, contributors, required_approvals`,
      [workspaceId],
    );
  }

  private async countOpen(tx: EntityManager, workspaceId: string): Promise<number> {
    const rows: { count: number }[] = await tx.query(
      'select count(*)::int as count from approval_request where workspace_id = $1 and status = any($2)',
      [workspaceId, openStatuses],
    );
    return rows[0]?.count ?? 0;
  }
}
