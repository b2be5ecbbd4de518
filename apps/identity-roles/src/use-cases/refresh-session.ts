import { assertNever, Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { judgeRefresh, type Session } from '../domain/session.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { hashOfToken } from './secret-token.ts';
import { type IssuedTokens, SessionTokens } from './session-tokens.ts';

export interface RefreshCommand {
  refreshToken: string;
  fromBrowser: boolean;
}

/** An outcome and not an exception where a session ends: its end has to be committed. */
export type RefreshOutcome =
  { kind: 'refreshed'; tokens: IssuedTokens } | { kind: 'ended' } | { kind: 'reused'; session: Session };

@Injectable()
export class RefreshSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly members: MembersRepository,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, { refreshToken, fromBrowser }: RefreshCommand): Promise<RefreshOutcome> {
    const found = await this.sessions.lockByToken(tx, hashOfToken(refreshToken));
    if (found === null) return { kind: 'ended' };
    const { session, token } = found;
    const member = await this.members.find(tx, session.workspaceId, session.memberId);
    if (member === null || !member.active) return { kind: 'ended' };
    const now = this.clock.now();
    const verdict = judgeRefresh(session, token, now, fromBrowser);
    switch (verdict) {
      case 'rotate':
        await this.sessions.markRotated(tx, token.hash, now);
        return { kind: 'refreshed', tokens: await this.tokens.next(tx, session, member) };
      case 'access-only':
        return { kind: 'refreshed', tokens: await this.tokens.accessOnly(tx, member) };
      case 'reused':
        await this.sessions.revoke(tx, session, now);
        return { kind: 'reused', session };
      case 'ended':
        return { kind: 'ended' };
      default:
        return assertNever(verdict);
    }
  }
}
