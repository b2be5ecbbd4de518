import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DraftsController } from './drafts.controller.ts';

@ApiTags('models')
@Controller('api/v1/models')
export class ModelDraftsController extends DraftsController {
  protected readonly kind = 'model';
}
