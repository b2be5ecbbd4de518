import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Problem } from '@imprimatur/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { assertSound } from '../domain/role-content.ts';
import { roleEffect } from '../domain/role-effect.ts';
import { RolesView } from '../persistence/roles.view.ts';
import { PlaceQuery, RoleEffectDto, UnsavedRoleBody } from './role-effect.dto.ts';

@Controller('api/v1/roles')
export class RoleEffectController {
  constructor(private readonly view: RolesView) {}

  @Get(':id/effect')
  @ApiOperation({ summary: 'What a member with this role is offered when saving, and who can approve there' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: RoleEffectDto })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'role.not-found' })
  async effect(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PlaceQuery }) place: PlaceQuery,
    @CurrentActor() { workspaceId, workspace }: Actor,
  ): Promise<RoleEffectDto> {
    const { document } = await this.view.one(workspaceId, id);
    return roleEffect(document, place, workspace.settings, await this.view.colleagues(workspaceId));
  }

  @Post('effect')
  @ApiOperation({
    summary: 'What a member with a role that is not saved yet would be offered, and who can approve there',
  })
  @HttpCode(200)
  @Requires('roles')
  @ApiOkResponse({ standardSchema: RoleEffectDto })
  async effectOfUnsaved(
    @Body({ schema: UnsavedRoleBody }) { role, roleId, ...place }: UnsavedRoleBody,
    @CurrentActor() { workspaceId, workspace }: Actor,
  ): Promise<RoleEffectDto> {
    assertSound(role, '/role');
    const unsaved = { ...role, id: roleId ?? '', name: role.name ?? '', builtIn: false };
    const colleagues = await this.view.colleagues(workspaceId);
    const judged = colleagues.map((member) => (member.role.id === roleId ? { ...member, role: unsaved } : member));
    return roleEffect(unsaved, place, workspace.settings, judged);
  }
}
