import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { AddMemberBody, Id } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, Problem } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOperation,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { AddMember } from '../use-cases/add-member.ts';
import { InviteAgain } from '../use-cases/invite-again.ts';
import { AddedMemberDto, InvitationDto } from './members.dto.ts';

@Requires('members')
@Controller('api/v1/members')
export class MemberAdditionsController {
  constructor(
    private readonly commands: Commands,
    private readonly addition: AddMember,
    private readonly invitation: InviteAgain,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add a member, who gets a mail to choose a password with' })
  @ApiCreatedResponse({ standardSchema: AddedMemberDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'member.exists, member.account-elsewhere' })
  @ApiTooManyRequestsResponse({ standardSchema: Problem, description: 'member.invited-too-often' })
  addMember(
    @Body({ schema: AddMemberBody }) body: AddMemberBody,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<AddedMemberDto> {
    return this.commands.run(command, (tx, cause) => this.addition.execute(tx, cause, actor, body));
  }

  @Post(':id/invitation')
  @ApiOperation({ summary: 'Invite a member again; the link of before is dead' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: InvitationDto })
  @ApiConflictResponse({ standardSchema: Problem, description: 'member.not-invited' })
  @ApiTooManyRequestsResponse({ standardSchema: Problem, description: 'member.invited-too-often' })
  inviteAgain(
    @Param('id', { schema: Id }) memberId: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<InvitationDto> {
    return this.commands.run(command, (tx, cause) => this.invitation.execute(tx, cause, actor, { memberId }));
  }
}
