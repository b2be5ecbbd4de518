import { notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Workspace } from '../domain/workspace.ts';
import { WorkspaceRow } from './workspace.row.ts';

@Injectable()
export class WorkspaceView {
  constructor(private readonly dataSource: DataSource) {}

  async one(id: string): Promise<Workspace> {
    const workspace = await this.dataSource.manager.findOneBy(WorkspaceRow, { id });
    if (workspace === null) throw notFound('workspace');
    return workspace;
  }

  list(): Promise<Workspace[]> {
    return this.dataSource.manager.find(WorkspaceRow, { order: { slug: 'ASC' } });
  }
}
