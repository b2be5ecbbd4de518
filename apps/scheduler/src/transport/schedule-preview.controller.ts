import { Requires } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { previewSchedule } from '../domain/preview-schedule.ts';
import { SchedulePreviewBody, SchedulePreviewDto } from './schedules.dto.ts';

@ApiTags('schedules')
@Controller('api/v1/schedules/preview')
export class SchedulePreviewController {
  constructor(private readonly clock: Clock) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Say in words what a schedule means, and when it would run if it were published now' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: SchedulePreviewDto })
  preview(
    @Body({ schema: SchedulePreviewBody }) { schedule, count }: z.output<typeof SchedulePreviewBody>,
  ): SchedulePreviewDto {
    return previewSchedule(schedule, this.clock.now(), count);
  }
}
