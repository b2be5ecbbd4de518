import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordsController } from './records.controller.ts';

@ApiTags('syncs')
@Controller('api/v1/syncs')
export class SyncRecordsController extends RecordsController {
  protected readonly kind = 'sync';
}
