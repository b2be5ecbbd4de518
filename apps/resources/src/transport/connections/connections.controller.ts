import { CurrentActor, NeedsConfirmedRights, Requires, type Actor } from '@imprimatur/access';
import { ChangeConnectionBody, CreateConnectionBody, Id } from '@imprimatur/contracts';
import { Command, Commands, IfMatch, pageOf, setEtag, type CommandRequest, type PageOf } from '@imprimatur/service-kit';
import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { ConnectionKind } from '../../domain/connection.ts';
import { ConnectionQuery, ConnectionsView, ConnectionView } from '../../persistence/views/connections.view.ts';
import { ConnectionUseCases } from './connection-use-cases.ts';
import { Changed, ConnectionTest, Created } from './connection.dto.ts';

const ConnectionPage = pageOf(ConnectionView);

/** What is the same for sources and destinations. */
@Requires('member')
export abstract class ConnectionsController {
  protected abstract readonly kind: ConnectionKind;

  constructor(
    private readonly commands: Commands,
    protected readonly useCases: ConnectionUseCases,
    private readonly view: ConnectionsView,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List and search the connections you may view' })
  @ApiOkResponse({ standardSchema: ConnectionPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ConnectionQuery }) query: ConnectionQuery,
  ): Promise<PageOf<ConnectionView>> {
    return this.view.list(actor, this.kind, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a connection, without its credentials' })
  @ApiOkResponse({ standardSchema: ConnectionView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectionView> {
    const connection = await this.view.detail(actor, this.kind, id);
    setEtag(reply, connection.version);
    return connection;
  }

  @Post()
  @ApiOperation({ summary: 'Create a connection' })
  @ApiCreatedResponse({ standardSchema: Created })
  create(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Body({ schema: CreateConnectionBody }) body: z.output<typeof CreateConnectionBody>,
  ): Promise<z.output<typeof Created>> {
    const { create } = this.useCases;
    return this.commands.run(request, (tx, cause) => create.execute(tx, cause, actor, this.kind, body));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a connection’s name, settings or credentials' })
  @ApiOkResponse({ standardSchema: Changed })
  async change(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: ChangeConnectionBody }) body: z.output<typeof ChangeConnectionBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof Changed>> {
    const command = { kind: this.kind, id, ifMatch, change: body };
    const { change } = this.useCases;
    const version = await this.commands.run(request, (tx, cause) => change.execute(tx, cause, actor, command));
    setEtag(reply, version);
    return { version };
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete a connection that nothing uses' })
  @HttpCode(204)
  @NeedsConfirmedRights()
  @ApiNoContentResponse()
  async delete(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<void> {
    const command = { kind: this.kind, id, ifMatch };
    await this.commands.run(request, (tx, cause) => this.useCases.remove.execute(tx, cause, actor, command));
  }

  @Post(':id/test')
  @ApiOperation({ summary: 'Try to connect with what is saved' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ConnectionTest })
  test(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
  ): Promise<z.output<typeof ConnectionTest>> {
    return this.useCases.test.execute(actor, this.kind, id);
  }
}
