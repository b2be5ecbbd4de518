import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefreshToken } from '../domain/session.ts';

/** Found by its hash alone: a client that presents a token says nothing about the workspace. */
@Entity('refresh_token')
export class RefreshTokenRow implements RefreshToken {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('timestamptz', { name: 'rotated_at', nullable: true }) rotatedAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
