import { CurrentActor, NeedsConfirmedRights, Requires, type Actor } from '@imprimatur/access';
import { Id, MetadataBody, type GatedKind } from '@imprimatur/contracts';
import {
  Command,
  Commands,
  IfMatch,
  pageOf,
  PageQuery,
  Problem,
  setEtag,
  type CommandRequest,
  type PageOf,
} from '@imprimatur/service-kit';
import { Body, Delete, Get, HttpCode, Param, Patch, Query, Res } from '@nestjs/common';
import {
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ResourceListView } from '../../persistence/views/resource-list.view.ts';
import { VersionDetail, VersionListItem } from '../../persistence/views/resource-schemas.ts';
import { VersionsView } from '../../persistence/views/versions.view.ts';
import { RecordUseCases } from './record-use-cases.ts';

const MetadataEdited = z.object({ metadataVersion: z.int() }).meta({ id: 'MetadataEdited' });
const VersionPage = pageOf(VersionListItem);
const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

const deletedTag = 'the ETag as read: refused once anything was saved, submitted, published or edited since';
const editedTag =
  'the ETag as read, or the answer to the last edit: refused once these fields were edited since, whatever else was done to it';

/** What is the same for models and syncs: their metadata, versions and ends. */
@Requires('member')
export abstract class RecordsController {
  protected abstract readonly kind: GatedKind;

  constructor(
    private readonly commands: Commands,
    private readonly useCases: RecordUseCases,
    protected readonly listView: ResourceListView,
    private readonly versionsView: VersionsView,
  ) {}

  @Patch(':id')
  @ApiOperation({ summary: 'Edit name, description and labels, at once and without approval' })
  @ApiHeader({ name: 'If-Match', description: editedTag })
  @ApiOkResponse({ standardSchema: MetadataEdited })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'metadata.stale' })
  async editMetadata(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
    @Body({ schema: MetadataBody }) change: z.output<typeof MetadataBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof MetadataEdited>> {
    const command = { kind: this.kind, id, ifMatch, change };
    const metadataVersion = await this.commands.run(request, (tx, cause) =>
      this.useCases.editMetadata.execute(tx, cause, actor, command),
    );
    setEtag(reply, metadataVersion);
    return { metadataVersion };
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete a model or sync, with its draft, for good' })
  @HttpCode(204)
  @NeedsConfirmedRights()
  @ApiHeader({ name: 'If-Match', description: deletedTag })
  @ApiNoContentResponse()
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'resource.stale' })
  async delete(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<void> {
    const command = { kind: this.kind, id, ifMatch };
    await this.commands.run(request, (tx, cause) => this.useCases.deleteResource.execute(tx, cause, actor, command));
  }

  @Delete(':id/draft')
  @ApiOperation({ summary: 'Delete a draft; what is published stays' })
  @HttpCode(204)
  @NeedsConfirmedRights()
  @ApiHeader({ name: 'If-Match', description: 'the revision of the draft that was seen' })
  @ApiNoContentResponse()
  async deleteDraft(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() ifMatch: string,
  ): Promise<void> {
    const command = { kind: this.kind, id, ifMatch };
    await this.commands.run(request, (tx, cause) => this.useCases.deleteDraft.execute(tx, cause, actor, command));
  }

  @Get(':id/versions')
  @ApiOperation({ summary: 'List the published versions, the newest first' })
  @ApiOkResponse({ standardSchema: VersionPage })
  versions(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<PageOf<VersionListItem>> {
    return this.versionsView.list(actor, this.kind, id, query);
  }

  @Get(':id/versions/:version')
  @ApiOperation({ summary: 'Read one published version' })
  @ApiOkResponse({ standardSchema: VersionDetail })
  version(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('version', { schema: VersionNumber }) version: number,
  ): Promise<VersionDetail> {
    return this.versionsView.detail(actor, this.kind, id, version);
  }
}
