import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeliveriesView } from '../persistence/deliveries.view.ts';
import { RetryDelivery } from '../use-cases/retry-delivery.ts';
import { DeliveriesQuery, DeliveryPage, Retried } from './deliveries.dto.ts';

@ApiTags('deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesView,
    private readonly commands: Commands,
    private readonly retryDelivery: RetryDelivery,
  ) {}

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

  @Post(':id/retry')
  @HttpCode(202)
  @Requires('members')
  @ApiOperation({ summary: 'Send a mail once more that failed for good' })
  @ApiAcceptedResponse({ standardSchema: Retried })
  retry(
    @CurrentActor() { workspaceId, memberId }: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
  ): Promise<Retried> {
    return this.commands.run(request, async (tx) => {
      await this.retryDelivery.execute(tx, { workspaceId, memberId }, id);
      return { id, state: 'pending' };
    });
  }
}
