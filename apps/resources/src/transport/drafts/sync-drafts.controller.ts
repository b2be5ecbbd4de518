import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DraftsController } from './drafts.controller.ts';

@ApiTags('syncs')
@Controller('api/v1/syncs')
export class SyncDraftsController extends DraftsController {
  protected readonly kind = 'sync';
}
