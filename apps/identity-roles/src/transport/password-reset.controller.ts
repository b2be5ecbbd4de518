import { Public } from '@imprimatur/access';
import { Command, Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequestPasswordReset } from '../use-cases/password-resets/request-password-reset.ts';
import { PasswordResets } from './password-resets.task.ts';
import { PasswordResetBody } from './session.dto.ts';

@Public()
@Controller('api/v1/session/password-reset')
export class PasswordResetController {
  constructor(
    private readonly commands: Commands,
    private readonly requesting: RequestPasswordReset,
    private readonly resets: PasswordResets,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Ask for a mail with a link to choose a new password' })
  @HttpCode(202)
  @ApiAcceptedResponse({
    description: 'the same for every address: a mail goes out if it is a member’s, a few times an hour',
  })
  async requestReset(
    @Body({ schema: PasswordResetBody }) { email }: PasswordResetBody,
    @Command() command: CommandRequest,
    @Req() { ip: address }: FastifyRequest,
  ): Promise<void> {
    await this.commands.run(command, (tx) => this.requesting.execute(tx, { email, address }));
    this.resets.nudge();
  }
}
