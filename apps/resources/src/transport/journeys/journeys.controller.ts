import { CurrentActor, NeedsConfirmedRights, Requires, type Actor } from '@imprimatur/access';
import { Id, JourneyBody } from '@imprimatur/contracts';
import { Command, Commands, IfMatch, pageOf, setEtag, type CommandRequest, type PageOf } from '@imprimatur/service-kit';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { JourneyQuery, JourneysView, JourneyView } from '../../persistence/views/journeys.view.ts';
import { LiveChanged, LiveCreated } from '../live.dto.ts';
import { JourneyUseCases } from './journey-use-cases.ts';

const JourneyPage = pageOf(JourneyView);

/** Approval flows do not apply to journeys: every save is live at once. */
@ApiTags('journeys')
@Controller('api/v1/journeys')
@Requires('journeys')
export class JourneysController {
  constructor(
    private readonly commands: Commands,
    private readonly useCases: JourneyUseCases,
    private readonly view: JourneysView,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the journeys you may view' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: JourneyPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: JourneyQuery }) query: JourneyQuery,
  ): Promise<PageOf<JourneyView>> {
    return this.view.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a journey' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: JourneyView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JourneyView> {
    const journey = await this.view.detail(actor, id);
    setEtag(reply, journey.version);
    return journey;
  }

  @Post()
  @ApiOperation({ summary: 'Create a journey, live at once' })
  @NeedsConfirmedRights()
  @ApiCreatedResponse({ standardSchema: LiveCreated })
  create(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Body({ schema: JourneyBody }) body: z.output<typeof JourneyBody>,
  ): Promise<z.output<typeof LiveCreated>> {
    return this.commands.run(request, (tx, cause) => this.useCases.create.execute(tx, cause, actor, body));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a journey, live at once' })
  @NeedsConfirmedRights()
  @ApiOkResponse({ standardSchema: LiveChanged })
  async change(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: JourneyBody }) body: z.output<typeof JourneyBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof LiveChanged>> {
    const command = { id, ifMatch, ...body };
    const version = await this.commands.run(request, (tx, cause) =>
      this.useCases.change.execute(tx, cause, actor, command),
    );
    setEtag(reply, version);
    return { version };
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete a journey' })
  @HttpCode(204)
  @NeedsConfirmedRights()
  @ApiNoContentResponse()
  async delete(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<void> {
    await this.commands.run(request, (tx, cause) => this.useCases.remove.execute(tx, cause, actor, { id, ifMatch }));
  }
}
