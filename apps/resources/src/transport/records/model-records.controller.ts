import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordsController } from './records.controller.ts';

@ApiTags('models')
@Controller('api/v1/models')
export class ModelRecordsController extends RecordsController {
  protected readonly kind = 'model';
}
