import { Public } from '@imprimatur/access';
import { Command, type CommandRequest, Problem } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTooManyRequestsResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies } from './session-cookies.ts';
import { SignInBody, SignedInDto } from './session.dto.ts';
import { ThrottledSignIn } from './throttled-sign-in.ts';
import { tokensIn } from './tokens-in.ts';

@Public()
@Controller('api/v1/session')
export class SignInController {
  constructor(
    private readonly signIns: ThrottledSignIn,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Sign in' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: SignedInDto })
  @ApiUnauthorizedResponse({ standardSchema: Problem, description: 'session.wrong-credentials' })
  @ApiTooManyRequestsResponse({ standardSchema: Problem, description: 'session.too-many-attempts' })
  async signIn(
    @Body({ schema: SignInBody }) { transport, ...credentials }: SignInBody,
    @Command() command: CommandRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    this.cookies.assertNotForeign(request);
    const { member, workspace, tokens } = await this.signIns.run(command, request.ip, credentials);
    if (transport === 'cookie') this.cookies.set(reply, tokens);
    const { id, slug, name, plan, settings } = workspace;
    return {
      member: { id: member.id, name: member.name, email: credentials.email },
      workspace: { id, slug, name, plan, settings },
      ...tokensIn(transport, tokens),
    };
  }
}
