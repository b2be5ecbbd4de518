import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Command, Commands, type CommandRequest, IfMatch, Problem, setEtag } from '@imprimatur/service-kit';
import { Body, Controller, Get, Patch, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WorkspaceView } from '../persistence/workspace.view.ts';
import { ChangeSettings } from '../use-cases/change-settings.ts';
import { SettingsBody, toWorkspaceDto, WorkspaceDto } from './workspace.dto.ts';

@Controller('api/v1/workspace')
export class WorkspaceController {
  constructor(
    private readonly view: WorkspaceView,
    private readonly commands: Commands,
    private readonly settings: ChangeSettings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read the workspace and its settings' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: WorkspaceDto })
  async workspace(
    @CurrentActor() { workspaceId }: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkspaceDto> {
    const workspace = await this.view.one(workspaceId);
    setEtag(reply, workspace.version);
    return toWorkspaceDto(workspace);
  }

  @Patch('settings')
  @ApiOperation({ summary: 'Change the settings of the workspace' })
  @Requires('settings')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag of the workspace' })
  @ApiOkResponse({ standardSchema: WorkspaceDto })
  @ApiConflictResponse({ standardSchema: Problem, description: 'plan.business-required' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'workspace.stale' })
  async changeSettings(
    @Body({ schema: SettingsBody }) patch: SettingsBody,
    @IfMatch() ifMatch: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkspaceDto> {
    const workspace = await this.commands.run(command, async (tx, cause) =>
      toWorkspaceDto(await this.settings.execute(tx, cause, actor, { patch, ifMatch })),
    );
    setEtag(reply, workspace.version);
    return workspace;
  }
}
