import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeliveriesView } from '../persistence/deliveries.view.ts';
import { DeliveriesQuery, DeliveryPage } from './deliveries.dto.ts';

@ApiTags('deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesView) {}

  @Get()
  @Requires('members')
  @ApiOperation({ summary: 'List what was mailed to whom, the newest first, and how it ended' })
  @ApiOkResponse({ standardSchema: DeliveryPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: DeliveriesQuery }) query: DeliveriesQuery,
  ): Promise<DeliveryPage> {
    return this.deliveries.list(actor.workspaceId, actor.ability, query, query);
  }
}
