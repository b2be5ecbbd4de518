import { RESERVED_WORKSPACE } from '@imprimatur/contracts';
import { Clock, DomainError, forbidden } from '@imprimatur/kernel';
import { PublicUrl } from '@imprimatur/service-kit';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { UnknownKeyError, verifyAccessToken, type AccessToken } from './access-token.ts';
import { ConfirmedRights, unconfirmed } from './confirmed-rights.ts';
import { credentialOf } from './credential.ts';
import { Directory, type Actor } from './directory.ts';
import { assertSameSite } from './same-site.ts';
import { CONFIRMED_RIGHTS, PUBLIC, REQUIRED_RIGHT, type RequiredRight } from './requirements.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    accessToken?: AccessToken;
  }
}

/** Stands before every endpoint: verifies the token, finds the member's present rights, and refuses what was not declared. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly directory: Directory,
    private readonly confirmedRights: ConfirmedRights,
    private readonly clock: Clock,
    private readonly publicUrl: PublicUrl,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.declared<boolean>(context, PUBLIC)) return true;
    const right = this.declared<RequiredRight>(context, REQUIRED_RIGHT);
    if (right === undefined) throw forbidden('This endpoint declares no right, so nobody may call it.');

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.authenticate(request);
    request.identity = { memberId: actor.memberId, workspaceId: actor.workspaceId };
    request.actor = actor;
    if (right !== 'member' && actor.role?.workspace[right] !== true)
      throw forbidden(`This takes the right "${right}" in the workspace.`, { right });
    if (this.declared<boolean>(context, CONFIRMED_RIGHTS)) await this.confirmedRights.assert(actor.workspaceId);
    return true;
  }

  private async authenticate(request: FastifyRequest): Promise<Actor> {
    const credential = credentialOf(request);
    if (credential === null) throw new DomainError('unauthenticated', 'session.missing', 'Sign in first.');
    if (credential.kind === 'cookie') assertSameSite(request, this.publicUrl);
    const token = await this.verified(credential.token);
    const actor = await this.directory.actor(token.workspaceId, token.memberId);
    request.accessToken = token;
    const { memberSeq } = token;
    if (actor !== null && memberSeq <= actor.memberSeq && memberSeq >= actor.tokensFromSeq) return actor;
    throw await this.whyNoActor(token);
  }

  private async verified(token: string): Promise<AccessToken> {
    try {
      return await verifyAccessToken(token, (kid) => this.directory.verificationKey(kid), this.clock);
    } catch (error) {
      if (!(error instanceof UnknownKeyError)) throw error;
      await this.confirmedRights.assert(RESERVED_WORKSPACE);
      throw new DomainError(
        'unauthenticated',
        'session.invalid',
        'Sign in again: the token is signed with no key of ours.',
      );
    }
  }

  /** A member this service has not heard of yet, or only of an earlier state, is no intruder: their news is on its way. */
  private async whyNoActor(token: AccessToken): Promise<DomainError> {
    const member = await this.directory.member(token.workspaceId, token.memberId);
    const workspace = await this.directory.workspace(token.workspaceId);
    if (member === null || workspace === null || member.seq < token.memberSeq) return unconfirmed();
    return new DomainError(
      'unauthenticated',
      'session.ended',
      'This membership is no longer active, or its tokens were ended.',
    );
  }

  private declared<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
