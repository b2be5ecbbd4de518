import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Command, Commands, type CommandRequest, Problem, PublicUrl } from '@imprimatur/service-kit';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiForbiddenResponse, ApiOperation } from '@nestjs/swagger';
import { linkAddress } from '../domain/one-time-link.ts';
import { AddMember } from '../use-cases/add-member.ts';
import { InviteMember } from '../use-cases/invite-member.ts';
import { AddedMemberDto, AddMemberBody } from './members.dto.ts';

@Requires('members')
@Controller('api/v1/members')
export class MemberAdditionsController {
  constructor(
    private readonly commands: Commands,
    private readonly addition: AddMember,
    private readonly invitation: InviteMember,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add a member, and get the link to choose a password with' })
  @ApiCreatedResponse({ standardSchema: AddedMemberDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'member.exists, member.account-elsewhere' })
  async addMember(
    @Body({ schema: AddMemberBody }) body: AddMemberBody,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<AddedMemberDto> {
    const { id } = await this.commands.run(command, (tx, cause) => this.addition.execute(tx, cause, actor, body));
    const invited = { workspaceId: actor.workspaceId, memberId: id };
    const secret = await this.commands.run({ ...command, idempotencyKey: null }, (tx) =>
      this.invitation.execute(tx, invited),
    );
    return { id, passwordLink: secret === null ? null : linkAddress(this.publicUrl.origin, secret) };
  }
}
