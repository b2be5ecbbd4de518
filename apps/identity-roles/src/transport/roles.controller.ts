import { type Actor, CurrentActor, Directory, Requires } from '@imprimatur/access';
import { Id, RoleDocument } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';

const RolesDto = z.object({ items: z.array(RoleDocument) }).meta({ id: 'Roles' });

@Requires('member')
@Controller('api/v1/roles')
export class RolesController {
  constructor(private readonly directory: Directory) {}

  @Get()
  @ApiOperation({ summary: 'List the roles' })
  @ApiOkResponse({ standardSchema: RolesDto })
  async roles(@CurrentActor() { workspaceId }: Actor): Promise<z.output<typeof RolesDto>> {
    return { items: await this.directory.roles(workspaceId) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one role' })
  @ApiOkResponse({ standardSchema: RoleDocument })
  @ApiNotFoundResponse({ description: 'role.not-found' })
  async role(@CurrentActor() { workspaceId }: Actor, @Param('id', { schema: Id }) id: string): Promise<RoleDocument> {
    const role = await this.directory.role(workspaceId, id);
    if (role === null) throw notFound('role');
    return role;
  }
}
