import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConnectionsController } from './connections.controller.ts';

@ApiTags('sources')
@Controller('api/v1/sources')
export class SourcesController extends ConnectionsController {
  protected readonly kind = 'source';
}
