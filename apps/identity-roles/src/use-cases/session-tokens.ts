import { Clock, newId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../domain/member.ts';
import { refreshExpiry, type Session } from '../domain/session.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { AccessTokens, type IssuedAccess } from './access-tokens.ts';
import { hashOfToken, newSecretToken } from './secret-token.ts';

export interface IssuedRefresh {
  refreshToken: string;
  lifetimeSeconds: number;
}

/** What a client gets. `refresh` is null where it keeps the refresh token it has. */
export interface IssuedTokens extends IssuedAccess {
  refresh: IssuedRefresh | null;
}

@Injectable()
export class SessionTokens {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  async open(tx: EntityManager, member: Member): Promise<IssuedTokens> {
    const { workspaceId, id: memberId } = member;
    const session: Session = { id: newId(), workspaceId, memberId, startedAt: this.clock.now(), revokedAt: null };
    await this.sessions.insert(tx, session);
    return this.next(tx, session, member);
  }

  /** The next pair of a session; the caller has marked the token before as rotated. */
  async next(tx: EntityManager, session: Session, member: Member): Promise<IssuedTokens> {
    const refreshToken = newSecretToken();
    const now = this.clock.now();
    const expiresAt = refreshExpiry(session.startedAt, now);
    await this.sessions.insertToken(tx, session, hashOfToken(refreshToken), expiresAt);
    const lifetimeSeconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1_000);
    return { ...(await this.accessTokens.issue(tx, member)), refresh: { refreshToken, lifetimeSeconds } };
  }

  async accessOnly(tx: EntityManager, member: Member): Promise<IssuedTokens> {
    return { ...(await this.accessTokens.issue(tx, member)), refresh: null };
  }
}
