import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { ChangeMemberBody, Id } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, IfMatch, Problem, setEtag } from '@imprimatur/service-kit';
import { Body, Controller, Delete, HttpCode, Param, Patch, Res } from '@nestjs/common';
import {
  ApiForbiddenResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ServiceAccountsView } from '../../persistence/service-accounts/service-accounts.view.ts';
import { ChangeMember } from '../../use-cases/change-member.ts';
import { RemoveMember } from '../../use-cases/remove-member.ts';
import { ServiceAccountDto } from './service-accounts.dto.ts';

const etagOfAccount = { name: 'If-Match', required: true, description: 'the ETag, or `version`, of the account' };

@Requires('members')
@Controller('api/v1/service-accounts')
export class ServiceAccountChangesController {
  constructor(
    private readonly commands: Commands,
    private readonly changing: ChangeMember,
    private readonly removal: RemoveMember,
    private readonly view: ServiceAccountsView,
  ) {}

  @Patch(':id')
  @ApiOperation({
    summary: 'Change a service account’s name, role or whether it is active; deactivated, it loses its tokens',
  })
  @ApiHeader(etagOfAccount)
  @ApiOkResponse({ standardSchema: ServiceAccountDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'member.stale' })
  async changeServiceAccount(
    @Param('id', { schema: Id }) memberId: string,
    @Body({ schema: ChangeMemberBody }) change: ChangeMemberBody,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceAccountDto> {
    const version = await this.commands.run(command, async (tx, cause) => {
      const after = await this.changing.execute(tx, cause, actor, { memberId, kind: 'service', change, ifMatch });
      return after.version;
    });
    setEtag(reply, version);
    return this.view.one(actor.workspaceId, memberId);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove a service account for good, with its tokens' })
  @HttpCode(204)
  @ApiHeader(etagOfAccount)
  @ApiNoContentResponse({ description: 'gone, and its name is erased' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'member.stale' })
  async removeServiceAccount(
    @Param('id', { schema: Id }) memberId: string,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<void> {
    const removed = { memberId, kind: 'service', ifMatch } as const;
    await this.commands.run(command, (tx, cause) => this.removal.execute(tx, cause, actor, removed));
  }
}
