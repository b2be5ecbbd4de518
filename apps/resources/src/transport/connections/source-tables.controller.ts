import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ListSourceTables } from '../../use-cases/connections/list-source-tables.ts';
import { SourceTables } from './connection.dto.ts';

@ApiTags('sources')
@Controller('api/v1/sources/:id/tables')
@Requires('member')
export class SourceTablesController {
  constructor(private readonly listTables: ListSourceTables) {}

  @Get()
  @ApiOperation({ summary: 'List the tables that a query can read, with their columns' })
  @ApiOkResponse({ standardSchema: SourceTables })
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<z.output<typeof SourceTables>> {
    return this.listTables.execute(actor, id);
  }
}
