import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RefreshToken } from '../domain/session.ts';
import { SessionRow } from './session.row.ts';

/** Found by its hash alone: a client that presents a token says nothing about the workspace. */
@Entity('refresh_token')
@Index('refresh_token_by_session', ['workspaceId', 'sessionId', 'expiresAt'])
@ForeignKey(() => SessionRow, ['workspaceId', 'sessionId'], ['workspaceId', 'id'], {
  name: 'refresh_token_session',
  onDelete: 'CASCADE',
})
export class RefreshTokenRow implements RefreshToken {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('timestamptz', { name: 'rotated_at', nullable: true }) rotatedAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
