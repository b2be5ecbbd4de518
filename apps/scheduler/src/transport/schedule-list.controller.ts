import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { ListSchedules } from '../use-cases/list-schedules.ts';
import { ReadinessPageDto, SchedulesQuery } from './schedules.dto.ts';

@ApiTags('schedules')
@Controller('api/v1/schedules')
export class ScheduleListController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly listSchedules: ListSchedules,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List which syncs are paused, and why each would not run now' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: ReadinessPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: SchedulesQuery }) query: z.output<typeof SchedulesQuery>,
  ): Promise<ReadinessPageDto> {
    return this.listSchedules.execute(this.dataSource.manager, actor, query);
  }
}
