import { Injectable } from '@nestjs/common';
import { ChangeJourney } from '../../use-cases/journeys/change-journey.ts';
import { CreateJourney } from '../../use-cases/journeys/create-journey.ts';
import { DeleteJourney } from '../../use-cases/journeys/delete-journey.ts';

@Injectable()
export class JourneyUseCases {
  constructor(
    readonly create: CreateJourney,
    readonly change: ChangeJourney,
    readonly remove: DeleteJourney,
  ) {}
}
