import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { OwnSessionView } from '../persistence/own-session.view.ts';
import { SessionDto } from './session.dto.ts';

@Controller('api/v1/session')
export class OwnSessionController {
  constructor(private readonly view: OwnSessionView) {}

  @Get()
  @ApiOperation({ summary: 'Read who is signed in, where, and with which role' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: SessionDto })
  async session(@CurrentActor() { memberId: id, name, workspaceId, workspace, role }: Actor): Promise<SessionDto> {
    const own = await this.view.of(workspaceId, id);
    return {
      member: { id, name, email: own?.email ?? null },
      role,
      workspace: { id: workspaceId, ...workspace },
      workspaces: own?.workspaces ?? [],
    };
  }
}
