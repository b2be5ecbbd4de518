import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { WorkspaceSettings } from '@imprimatur/contracts';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { SettingsEffect } from '../persistence/views/settings-effect.schema.ts';
import { SettingsEffectView } from '../persistence/views/settings-effect.view.ts';

const WantedSettings = WorkspaceSettings.partial().strict();

@ApiTags('approval requests')
@Controller('api/v1/approval-requests/settings-effect')
@Requires('settings')
export class SettingsEffectController {
  constructor(private readonly effect: SettingsEffectView) {}

  @Post()
  @ApiOperation({ summary: 'Count what settings would mean for members and open requests; nothing is changed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: SettingsEffect })
  count(
    @CurrentActor() actor: Actor,
    @Body({ schema: WantedSettings }) body: z.output<typeof WantedSettings>,
  ): Promise<SettingsEffect> {
    return this.effect.read(actor, body);
  }
}
