import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id, RoleBody } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, IfMatch, Problem, setEtag } from '@imprimatur/service-kit';
import { Body, Controller, Delete, HttpCode, Param, Put, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RolesView } from '../persistence/roles.view.ts';
import { DeleteRole } from '../use-cases/delete-role.ts';
import { EditRole } from '../use-cases/edit-role.ts';
import { RoleDto, toRoleDto } from './roles.dto.ts';

@Requires('roles')
@Controller('api/v1/roles/:id')
export class RoleChangesController {
  constructor(
    private readonly commands: Commands,
    private readonly editing: EditRole,
    private readonly deletion: DeleteRole,
    private readonly view: RolesView,
  ) {}

  @Put()
  @ApiOperation({ summary: 'Edit a custom role: take away, or leave what you could have created' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag, or `version`, of the role' })
  @ApiOkResponse({ standardSchema: RoleDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'role.not-found' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'role.built-in, role.name-taken' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'role.stale' })
  async editRole(
    @Param('id', { schema: Id }) roleId: string,
    @Body({ schema: RoleBody }) content: RoleBody,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleDto> {
    await this.commands.run(command, async (tx, cause) => {
      const { seq } = await this.editing.execute(tx, cause, actor, { roleId, content, ifMatch });
      return seq;
    });
    const role = await this.view.one(actor.workspaceId, roleId);
    setEtag(reply, role.seq);
    return toRoleDto(role);
  }

  @Delete()
  @ApiOperation({ summary: 'Delete a custom role that nobody has' })
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag, or `version`, of the role' })
  @ApiNoContentResponse({ description: 'the role is gone' })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'role.not-found' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'role.built-in; role.assigned, with the members' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'role.stale' })
  async deleteRole(
    @Param('id', { schema: Id }) roleId: string,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<void> {
    await this.commands.run(command, (tx, cause) => this.deletion.execute(tx, cause, actor, { roleId, ifMatch }));
  }
}
