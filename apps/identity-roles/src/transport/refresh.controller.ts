import { Public } from '@imprimatur/access';
import { DomainError } from '@imprimatur/kernel';
import { Command, Commands, type CommandRequest, Logger, Problem } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RefreshOutcome, RefreshSession } from '../use-cases/refresh-session.ts';
import type { IssuedTokens } from '../use-cases/session-tokens.ts';
import { SessionCookies } from './session-cookies.ts';
import { RefreshBody, TokensDto } from './session.dto.ts';
import { tokensIn } from './tokens-in.ts';

@Public()
@Controller('api/v1/session/refresh')
export class RefreshController {
  constructor(
    private readonly commands: Commands,
    private readonly refresh: RefreshSession,
    private readonly cookies: SessionCookies,
    private readonly logger: Logger,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Get new tokens for a refresh token' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: TokensDto })
  @ApiUnauthorizedResponse({ standardSchema: Problem, description: 'session.ended: sign in again' })
  async refreshSession(
    @Body({ schema: RefreshBody }) body: RefreshBody,
    @Command() command: CommandRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokensDto> {
    const transport = body.refreshToken === undefined ? 'cookie' : 'bearer';
    const refreshToken = body.refreshToken ?? this.cookies.refreshTokenOf(request);
    if (refreshToken === null) throw sessionEnded();
    const attempt = { refreshToken, fromBrowser: transport === 'cookie' };
    const outcome = await this.commands.run(command, (tx) => this.refresh.execute(tx, attempt));
    if (outcome.kind !== 'refreshed' && transport === 'cookie') this.cookies.clear(reply);
    const tokens = this.tokensOf(outcome);
    if (transport === 'cookie') this.cookies.set(reply, tokens);
    return tokensIn(transport, tokens);
  }

  private tokensOf(outcome: RefreshOutcome): IssuedTokens {
    if (outcome.kind === 'refreshed') return outcome.tokens;
    if (outcome.kind === 'reused') {
      const { id: sessionId, workspaceId, memberId } = outcome.session;
      this.logger.warn({ sessionId, workspaceId, memberId }, 'a refresh token was used twice; its session is ended');
    }
    throw sessionEnded();
  }
}

const sessionEnded = (): DomainError =>
  new DomainError('unauthenticated', 'session.ended', 'The session has ended. Sign in again.');
