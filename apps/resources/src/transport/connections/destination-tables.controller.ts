import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ListTables } from '../../use-cases/connections/list-tables.ts';
import { DestinationTables, TablesQuery } from './connection.dto.ts';

@ApiTags('destinations')
@Controller('api/v1/destinations/:id/tables')
@Requires('member')
export class DestinationTablesController {
  constructor(private readonly listTables: ListTables) {}

  @Get()
  @ApiOperation({ summary: 'List the tables that a sync can write to, with their columns' })
  @ApiOkResponse({ standardSchema: DestinationTables })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: TablesQuery }) { search }: z.output<typeof TablesQuery>,
  ): Promise<z.output<typeof DestinationTables>> {
    return this.listTables.execute(actor, id, search);
  }
}
