import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import type { Member } from '../domain/member.ts';
import type { Session } from '../domain/session.ts';
import { RefreshTokenRow } from './refresh-token.row.ts';
import { SessionRow } from './session.row.ts';

@Injectable()
export class SessionsRepository {
  async insert(tx: EntityManager, session: Session): Promise<void> {
    await tx.insert(SessionRow, session);
  }

  async insertToken(tx: EntityManager, session: Session, hash: Buffer, expiresAt: Date): Promise<void> {
    const { workspaceId, id: sessionId } = session;
    await tx.insert(RefreshTokenRow, { hash, workspaceId, sessionId, rotatedAt: null, expiresAt });
  }

  /** The session is locked first and the token read after: of two that present the same token, the second sees the first's rotation. */
  async lockByToken(tx: EntityManager, hash: Buffer): Promise<{ session: Session; token: RefreshTokenRow } | null> {
    const [found]: { workspace_id: string; session_id: string }[] = await tx.query(
      'select workspace_id, session_id from refresh_token where hash = $1',
      [hash],
    );
    if (found === undefined) return null;
    const where = { workspaceId: found.workspace_id, id: found.session_id };
    const session = await tx.findOne(SessionRow, { where, lock: { mode: 'for_no_key_update' } });
    const token = await tx.findOneBy(RefreshTokenRow, { hash });
    return session && token && { session, token };
  }

  async markRotated(tx: EntityManager, hash: Buffer, rotatedAt: Date): Promise<void> {
    await tx.update(RefreshTokenRow, { hash, rotatedAt: IsNull() }, { rotatedAt });
  }

  async revoke(tx: EntityManager, { workspaceId, id }: Session, revokedAt: Date): Promise<void> {
    await tx.update(SessionRow, { workspaceId, id, revokedAt: IsNull() }, { revokedAt });
  }

  async revokeOfMember(tx: EntityManager, { workspaceId, id: memberId }: Member): Promise<void> {
    await tx.update(SessionRow, { workspaceId, memberId, revokedAt: IsNull() }, { revokedAt: () => 'now()' });
  }

  async revokeOfAccount(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `update session s set revoked_at = now() from member m
       where m.account_id = $1 and s.workspace_id = m.workspace_id and s.member_id = m.id and s.revoked_at is null`,
      [accountId],
    );
  }

  /** Tokens that are over, and the sessions that have none left. Until then a rotated token stays, so that its reuse is noticed. */
  async deleteEnded(tx: EntityManager, now: Date): Promise<void> {
    await tx.delete(RefreshTokenRow, { expiresAt: LessThanOrEqual(now) });
    await tx.query(
      `delete from session s where not exists (
         select from refresh_token t where t.workspace_id = s.workspace_id and t.session_id = s.id)`,
    );
  }
}
