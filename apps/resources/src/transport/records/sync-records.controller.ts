import { CurrentActor, type Actor } from '@imprimatur/access';
import type { PageOf } from '@imprimatur/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SyncQuery } from '../../persistence/views/resource-query.ts';
import { ResourcePage, type ResourceListItem } from '../../persistence/views/resource-schemas.ts';
import { RecordsController } from './records.controller.ts';

@ApiTags('syncs')
@Controller('api/v1/syncs')
export class SyncRecordsController extends RecordsController {
  protected readonly kind = 'sync';

  @Get()
  @ApiOperation({ summary: 'List and search the syncs you may view' })
  @ApiOkResponse({ standardSchema: ResourcePage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: SyncQuery }) query: SyncQuery,
  ): Promise<PageOf<ResourceListItem>> {
    return this.listView.read(actor, this.kind, query);
  }
}
