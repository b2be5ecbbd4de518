import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Command, Commands, IfMatch, setEtag, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MyPreferencesView } from '../persistence/my-preferences.view.ts';
import { SetPreferences } from '../use-cases/set-preferences.ts';
import { NotificationPreferences } from './preferences.dto.ts';

@ApiTags('notification preferences')
@Controller('api/v1/notification-preferences')
@Requires('member')
export class PreferencesController {
  constructor(
    private readonly commands: Commands,
    private readonly setPreferences: SetPreferences,
    private readonly preferences: MyPreferencesView,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read what you are mailed about' })
  @ApiOkResponse({ standardSchema: NotificationPreferences })
  async read(
    @CurrentActor() { workspaceId, memberId }: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NotificationPreferences> {
    const { preferences, version } = await this.preferences.read(workspaceId, memberId);
    setEtag(reply, version);
    return preferences;
  }

  @Put()
  @ApiOperation({ summary: 'Choose what you are mailed about' })
  @ApiOkResponse({ standardSchema: NotificationPreferences })
  async replace(
    @CurrentActor() { workspaceId, memberId }: Actor,
    @Command() request: CommandRequest,
    @IfMatch() seen: string,
    @Body({ schema: NotificationPreferences }) body: NotificationPreferences,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NotificationPreferences> {
    const version = await this.commands.run(request, (tx) =>
      this.setPreferences.execute(tx, { workspaceId, memberId }, seen, body),
    );
    setEtag(reply, version);
    return body;
  }
}
