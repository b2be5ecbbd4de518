import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConnectionsController } from './connections.controller.ts';

@ApiTags('destinations')
@Controller('api/v1/destinations')
export class DestinationsController extends ConnectionsController {
  protected readonly kind = 'destination';
}
