import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Command, Commands, setEtag, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ResourceDetailView } from '../persistence/views/resource-detail.view.ts';
import { SyncDetail } from '../persistence/views/resource-schemas.ts';
import { CreateResource } from '../use-cases/create-resource.ts';
import { SaveChange } from '../use-cases/save-change.ts';
import type { SaveResult } from '../use-cases/steps/save-content.ts';
import { CreateSyncBody, SyncChangeBody, Saved, spelledOut } from './save.dto.ts';

@ApiTags('syncs')
@Controller('api/v1/syncs')
@Requires('member')
export class SyncsController {
  constructor(
    private readonly commands: Commands,
    private readonly createResource: CreateResource,
    private readonly saveChange: SaveChange,
    private readonly detail: ResourceDetailView,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Create a sync, as a draft or published' })
  @ApiCreatedResponse({ standardSchema: Saved })
  create(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Body({ schema: CreateSyncBody }) body: z.output<typeof CreateSyncBody>,
  ): Promise<SaveResult> {
    const command = spelledOut(body);
    return this.commands.run(request, (tx, cause) => this.createResource.sync(tx, cause, actor, command));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a sync with its draft' })
  @ApiOkResponse({ standardSchema: SyncDetail })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SyncDetail> {
    const sync = await this.detail.sync(actor, id);
    setEtag(reply, sync.etag);
    return sync;
  }

  @Post(':id/changes')
  @ApiOperation({ summary: 'Save a change, as a draft, for review or published' })
  @ApiOkResponse({ standardSchema: Saved })
  @ApiAcceptedResponse({ standardSchema: Saved, description: 'submitted: the approval request is being created' })
  async change(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SyncChangeBody }) body: z.output<typeof SyncChangeBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SaveResult> {
    const command = spelledOut(body);
    const result = await this.commands.run(request, (tx, cause) =>
      this.saveChange.execute(tx, cause, actor, { kind: 'sync', id }, command),
    );
    void reply.status(result.requestId === null ? 200 : 202);
    return result;
  }
}
