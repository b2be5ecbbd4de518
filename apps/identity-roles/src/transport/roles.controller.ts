import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Problem, setEtag } from '@imprimatur/service-kit';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RolesView } from '../persistence/roles.view.ts';
import { RoleDto, RolesDto, toRoleDto } from './roles.dto.ts';

@Requires('member')
@Controller('api/v1/roles')
export class RolesController {
  constructor(private readonly view: RolesView) {}

  @Get()
  @ApiOperation({ summary: 'List the roles, with what in them has no effect' })
  @ApiOkResponse({ standardSchema: RolesDto })
  async roles(@CurrentActor() { workspaceId }: Actor): Promise<RolesDto> {
    const roles = await this.view.all(workspaceId);
    return { items: roles.map(toRoleDto) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one role' })
  @ApiOkResponse({ standardSchema: RoleDto })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'role.not-found' })
  async role(
    @CurrentActor() { workspaceId }: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleDto> {
    const role = await this.view.one(workspaceId, id);
    setEtag(reply, role.seq);
    return toRoleDto(role);
  }
}
