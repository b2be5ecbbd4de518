import { Public } from '@imprimatur/access';
import { Command, Commands, type CommandRequest, Problem } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { ChoosePassword } from '../use-cases/choose-password.ts';
import { ChoosePasswordBody } from './session.dto.ts';

@Public()
@Controller('api/v1/session/password')
export class PasswordController {
  constructor(
    private readonly commands: Commands,
    private readonly choice: ChoosePassword,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Choose a password with a link that is good once' })
  @HttpCode(204)
  @ApiNoContentResponse({
    description: 'the password is set; every session of before has ended, and every access token',
  })
  @ApiUnauthorizedResponse({ standardSchema: Problem, description: 'password-link.invalid' })
  async choosePassword(
    @Body({ schema: ChoosePasswordBody }) body: ChoosePasswordBody,
    @Command() command: CommandRequest,
  ): Promise<void> {
    await this.commands.run(command, (tx, cause) => this.choice.execute(tx, cause, body));
  }
}
