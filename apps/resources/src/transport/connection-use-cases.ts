import { Injectable } from '@nestjs/common';
import { ChangeConnection } from '../use-cases/change-connection.ts';
import { CreateConnection } from '../use-cases/create-connection.ts';
import { DeleteConnection } from '../use-cases/delete-connection.ts';
import { TestConnection } from '../use-cases/test-connection.ts';

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
