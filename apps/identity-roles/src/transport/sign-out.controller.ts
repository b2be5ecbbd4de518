import { Public } from '@imprimatur/access';
import { Command, Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, Delete, HttpCode, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignOut } from '../use-cases/sign-out.ts';
import { SessionCookies } from './session-cookies.ts';
import { RefreshBody } from './session.dto.ts';

/** Public, because signing out must also work for whoever's access token has just expired. */
@Public()
@Controller('api/v1/session')
export class SignOutController {
  constructor(
    private readonly commands: Commands,
    private readonly ending: SignOut,
    private readonly cookies: SessionCookies,
  ) {}

  @Delete()
  @ApiOperation({ summary: 'Sign out' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'signed out, or was not signed in' })
  async signOut(
    @Body({ schema: RefreshBody }) body: RefreshBody,
    @Command() command: CommandRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const refreshToken = body.refreshToken ?? this.cookies.refreshTokenOf(request);
    if (refreshToken !== null) await this.commands.run(command, (tx) => this.ending.execute(tx, { refreshToken }));
    this.cookies.clear(reply);
  }
}
