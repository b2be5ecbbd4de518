import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { ChangeMemberBody, Id } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, IfMatch, Problem, setEtag } from '@imprimatur/service-kit';
import { Body, Controller, Delete, HttpCode, Param, Patch, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MembersView } from '../persistence/members.view.ts';
import { ChangeMember } from '../use-cases/change-member.ts';
import { RemoveMember } from '../use-cases/remove-member.ts';
import { MemberDto } from './members.dto.ts';
import { readerOf } from './members-reader.ts';

@Requires('members')
@Controller('api/v1/members/:id')
export class MemberChangesController {
  constructor(
    private readonly commands: Commands,
    private readonly changing: ChangeMember,
    private readonly removal: RemoveMember,
    private readonly view: MembersView,
  ) {}

  @Patch()
  @ApiOperation({ summary: 'Change a member’s name, role or whether they are active' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag, or `version`, of the member' })
  @ApiOkResponse({ standardSchema: MemberDto })
  @ApiConflictResponse({ standardSchema: Problem, description: 'member.last-admin' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'member.stale' })
  async changeMember(
    @Param('id', { schema: Id }) memberId: string,
    @Body({ schema: ChangeMemberBody }) change: ChangeMemberBody,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MemberDto> {
    const changed = { memberId, change, ifMatch };
    const version = await this.commands.run(command, async (tx, cause) => {
      const member = await this.changing.execute(tx, cause, actor, changed);
      return member.version;
    });
    setEtag(reply, version);
    return this.view.one(readerOf(actor), memberId);
  }

  @Delete()
  @ApiOperation({ summary: 'Remove a member for good' })
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag, or `version`, of the member' })
  @ApiNoContentResponse({ description: 'the member has left; name and mail address are erased' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'member.last-admin' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'member.stale' })
  async removeMember(
    @Param('id', { schema: Id }) memberId: string,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<void> {
    await this.commands.run(command, (tx, cause) => this.removal.execute(tx, cause, actor, { memberId, ifMatch }));
  }
}
