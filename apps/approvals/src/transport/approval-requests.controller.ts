import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { setEtag } from '@imprimatur/service-kit';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { RequestCountsView } from '../persistence/views/request-counts.view.ts';
import { RequestDetail } from '../persistence/views/request-detail.schema.ts';
import { RequestDetailView } from '../persistence/views/request-detail.view.ts';
import { RequestListView } from '../persistence/views/request-list.view.ts';
import { RequestCounts } from '../persistence/views/request-summary.schema.ts';
import { ListQuery, RequestPage } from './approval-request.dto.ts';

@ApiTags('approval requests')
@Controller('api/v1/approval-requests')
@Requires('member')
export class ApprovalRequestsController {
  constructor(
    private readonly list: RequestListView,
    private readonly counts: RequestCountsView,
    private readonly detail: RequestDetailView,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the approval requests you may view, the newest first' })
  @ApiOkResponse({ standardSchema: RequestPage })
  readList(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListQuery }) query: z.output<typeof ListQuery>,
  ): Promise<z.output<typeof RequestPage>> {
    return this.list.read(actor, query);
  }

  @Get('counts')
  @ApiOperation({ summary: 'Count what you find under the tabs of the inbox' })
  @ApiOkResponse({ standardSchema: RequestCounts })
  readCounts(@CurrentActor() actor: Actor): Promise<RequestCounts> {
    return this.counts.read(actor);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one request with the items you may view' })
  @ApiOkResponse({ standardSchema: RequestDetail })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestDetail> {
    const request = await this.detail.read(actor, id);
    setEtag(reply, request.itemsHash);
    return request;
  }
}
