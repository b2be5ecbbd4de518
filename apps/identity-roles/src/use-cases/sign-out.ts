import { Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { hashOfToken } from './secret-token.ts';

/** Ends the session a refresh token belongs to. Its access token lives on for the minutes it has left. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, { refreshToken }: { refreshToken: string }): Promise<void> {
    const found = await this.sessions.lockByToken(tx, hashOfToken(refreshToken));
    if (found !== null) await this.sessions.revoke(tx, found.session, this.clock.now());
  }
}
