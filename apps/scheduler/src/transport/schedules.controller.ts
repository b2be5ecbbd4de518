import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { SetSchedulePaused } from '../use-cases/set-schedule-paused.ts';
import { ShowSchedule } from '../use-cases/show-schedule.ts';
import { ScheduleDto } from './schedules.dto.ts';

@ApiTags('schedules')
@Controller('api/v1/schedules/:syncId')
export class SchedulesController {
  constructor(
    private readonly commands: Commands,
    private readonly dataSource: DataSource,
    private readonly showSchedule: ShowSchedule,
    private readonly setSchedulePaused: SetSchedulePaused,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read when a sync runs next' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: ScheduleDto })
  show(@CurrentActor() actor: Actor, @Param('syncId', { schema: Id }) syncId: string): Promise<ScheduleDto> {
    return this.showSchedule.execute(this.dataSource.manager, syncId, actor);
  }

  @Post('pause')
  @ApiOperation({ summary: 'Pause the schedule of a sync' })
  @HttpCode(200)
  @Requires('member')
  @ApiOkResponse({ standardSchema: ScheduleDto })
  pause(
    @Command() command: CommandRequest,
    @CurrentActor() actor: Actor,
    @Param('syncId', { schema: Id }) syncId: string,
  ): Promise<ScheduleDto> {
    return this.setPaused(command, actor, syncId, true);
  }

  @Post('resume')
  @ApiOperation({ summary: 'Resume the schedule of a sync' })
  @HttpCode(200)
  @Requires('member')
  @ApiOkResponse({ standardSchema: ScheduleDto })
  resume(
    @Command() command: CommandRequest,
    @CurrentActor() actor: Actor,
    @Param('syncId', { schema: Id }) syncId: string,
  ): Promise<ScheduleDto> {
    return this.setPaused(command, actor, syncId, false);
  }

  private setPaused(command: CommandRequest, actor: Actor, syncId: string, paused: boolean): Promise<ScheduleDto> {
    return this.commands.run(command, async (tx) => {
      await this.setSchedulePaused.execute(tx, syncId, paused, actor);
      return this.showSchedule.execute(tx, syncId, actor);
    });
  }
}
