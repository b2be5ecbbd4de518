import { Injectable } from '@nestjs/common';
import { ChangeConnection } from '../../use-cases/connections/change-connection.ts';
import { CreateConnection } from '../../use-cases/connections/create-connection.ts';
import { DeleteConnection } from '../../use-cases/connections/delete-connection.ts';
import { TestConnection } from '../../use-cases/connections/test-connection.ts';

/** What both kinds of connections can have done to them. */
@Injectable()
export class ConnectionUseCases {
  constructor(
    readonly create: CreateConnection,
    readonly change: ChangeConnection,
    readonly remove: DeleteConnection,
    readonly test: TestConnection,
  ) {}
}
