import { Injectable } from '@nestjs/common';
import { ChangeAudience } from '../../use-cases/audiences/change-audience.ts';
import { CreateAudience } from '../../use-cases/audiences/create-audience.ts';
import { DeleteAudience } from '../../use-cases/audiences/delete-audience.ts';

@Injectable()
export class AudienceUseCases {
  constructor(
    readonly create: CreateAudience,
    readonly change: ChangeAudience,
    readonly remove: DeleteAudience,
  ) {}
}
