import { CurrentActor, NeedsConfirmedRights, Requires, type Actor } from '@imprimatur/access';
import { AudienceBody, Id } from '@imprimatur/contracts';
import { Command, Commands, IfMatch, pageOf, setEtag, type CommandRequest, type PageOf } from '@imprimatur/service-kit';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AudienceQuery, AudiencesView, AudienceView } from '../../persistence/views/audiences.view.ts';
import { LiveChanged, LiveCreated } from '../live.dto.ts';
import { AudienceUseCases } from './audience-use-cases.ts';

const AudiencePage = pageOf(AudienceView);

/** Approval flows do not apply to audiences: every save is live at once. */
@ApiTags('audiences')
@Controller('api/v1/audiences')
@Requires('audiences')
export class AudiencesController {
  constructor(
    private readonly commands: Commands,
    private readonly useCases: AudienceUseCases,
    private readonly view: AudiencesView,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the audiences you may view' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: AudiencePage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AudienceQuery }) query: AudienceQuery,
  ): Promise<PageOf<AudienceView>> {
    return this.view.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an audience' })
  @Requires('member')
  @ApiOkResponse({ standardSchema: AudienceView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AudienceView> {
    const audience = await this.view.detail(actor, id);
    setEtag(reply, audience.version);
    return audience;
  }

  @Post()
  @ApiOperation({ summary: 'Create an audience, live at once' })
  @NeedsConfirmedRights()
  @ApiCreatedResponse({ standardSchema: LiveCreated })
  create(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Body({ schema: AudienceBody }) body: z.output<typeof AudienceBody>,
  ): Promise<z.output<typeof LiveCreated>> {
    return this.commands.run(request, (tx, cause) => this.useCases.create.execute(tx, cause, actor, body));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change an audience, live at once' })
  @NeedsConfirmedRights()
  @ApiOkResponse({ standardSchema: LiveChanged })
  async change(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: AudienceBody }) body: z.output<typeof AudienceBody>,
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
  @ApiOperation({ summary: 'Delete an audience that no journey begins with' })
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
