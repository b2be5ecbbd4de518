import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id, RoleBody } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, Problem, setEtag } from '@imprimatur/service-kit';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CreateRole } from '../use-cases/create-role.ts';
import { DuplicateRole } from '../use-cases/duplicate-role.ts';
import { DuplicateRoleBody, RoleDto, toNewRoleDto } from './roles.dto.ts';

@Requires('roles')
@Controller('api/v1/roles')
export class RoleAdditionsController {
  constructor(
    private readonly commands: Commands,
    private readonly creation: CreateRole,
    private readonly duplication: DuplicateRole,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Create a custom role of rights that you hold' })
  @ApiCreatedResponse({ standardSchema: RoleDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'role.name-taken, role.too-many' })
  async createRole(
    @Body({ schema: RoleBody }) body: RoleBody,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleDto> {
    const role = await this.commands.run(command, async (tx, cause) =>
      toNewRoleDto(await this.creation.execute(tx, cause, actor, body)),
    );
    setEtag(reply, role.version);
    return role;
  }

  @Post(':id/duplicate')
  @ApiOperation({ summary: 'Make a custom role of another one, built-in or not' })
  @ApiCreatedResponse({ standardSchema: RoleDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'role.not-found' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'role.name-taken, role.too-many' })
  async duplicateRole(
    @Param('id', { schema: Id }) roleId: string,
    @Body({ schema: DuplicateRoleBody }) { name }: DuplicateRoleBody,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleDto> {
    const role = await this.commands.run(command, async (tx, cause) =>
      toNewRoleDto(await this.duplication.execute(tx, cause, actor, { roleId, name })),
    );
    setEtag(reply, role.version);
    return role;
  }
}
