import { CurrentActor, NeedsConfirmedRights, Requires, type Actor } from '@imprimatur/access';
import { Id, refusalMeanings } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { Command, Commands, Problem, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { RunsView } from '../persistence/runs.view.ts';
import { RequestRun } from '../use-cases/request-run.ts';
import { RunLoop } from './run-loop.ts';
import { RequestRunBody, RunDetailsDto, RunPageDto, RunsQuery, toRunDetailsDto, toRunDto } from './runs.dto.ts';

@ApiTags('runs')
@Controller('api/v1/runs')
export class RunsController {
  constructor(
    private readonly commands: Commands,
    private readonly requestRun: RequestRun,
    private readonly runs: RunsView,
    private readonly runLoop: RunLoop,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Run a sync now' })
  @Requires('member')
  @NeedsConfirmedRights()
  @ApiCreatedResponse({ standardSchema: RunDetailsDto })
  @ApiConflictResponse({
    standardSchema: Problem,
    description: '`run.refused`: recorded and announced; details hold runId, code and codes',
  })
  async request(
    @Command() command: CommandRequest,
    @CurrentActor() actor: Actor,
    @Body({ schema: RequestRunBody }) { syncId }: z.output<typeof RequestRunBody>,
  ): Promise<RunDetailsDto> {
    const { runId, refusal } = await this.commands.run(command, (tx, cause) =>
      this.requestRun.execute(tx, cause, syncId, actor),
    );
    // Only now, when the refusal is on record: thrown earlier it would be undone with the transaction.
    if (refusal !== null)
      throw new DomainError('conflict', 'run.refused', `The run did not start. ${refusalMeanings[refusal.code]}`, {
        details: { runId, ...refusal },
      });
    this.runLoop.nudge();
    return toRunDetailsDto(await this.runs.one(actor, runId));
  }

  @Get()
  @ApiOperation({ summary: 'List runs, the newest first' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: RunPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: RunsQuery }) query: z.output<typeof RunsQuery>,
  ): Promise<RunPageDto> {
    const { items, nextCursor } = await this.runs.list(actor, query);
    return { items: items.map(toRunDto), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one run with what it rejected' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: RunDetailsDto })
  async one(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<RunDetailsDto> {
    return toRunDetailsDto(await this.runs.one(actor, id));
  }
}
