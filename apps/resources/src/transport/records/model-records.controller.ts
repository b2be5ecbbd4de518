import { CurrentActor, type Actor } from '@imprimatur/access';
import type { PageOf } from '@imprimatur/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ModelQuery } from '../../persistence/views/resource-query.ts';
import { ResourcePage, type ResourceListItem } from '../../persistence/views/resource-schemas.ts';
import { RecordsController } from './records.controller.ts';

@ApiTags('models')
@Controller('api/v1/models')
export class ModelRecordsController extends RecordsController {
  protected readonly kind = 'model';

  @Get()
  @ApiOperation({ summary: 'List and search the models you may view' })
  @ApiOkResponse({ standardSchema: ResourcePage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ModelQuery }) query: ModelQuery,
  ): Promise<PageOf<ResourceListItem>> {
    return this.listView.read(actor, this.kind, query);
  }
}
