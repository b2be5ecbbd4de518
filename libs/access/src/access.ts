import type { CanActivate, Provider, Type } from '@nestjs/common';
import { AccessGuard } from './access.guard.ts';
import { ConfirmedRights } from './confirmed-rights.ts';
import { Directory } from './directory.ts';
import { IdentityProjection } from './identity-projection.consumer.ts';
import { CreateAccessProjection1763800000100 } from './migrations/1763800000100-create-access-projection.ts';
import { AddTokensFromToAccessMember1763830000100 } from './migrations/1763830000100-add-tokens-from-to-access-member.ts';
import { PresentRights } from './present-rights.ts';
import { ProjectedDirectory } from './projected-directory.ts';

export interface AccessParts {
  controllers: Type[];
  providers: Provider[];
  migrations: Function[];
  guards: Type<CanActivate>[];
}

/** What a service adds to itself to know who may do what, from its own copy of `identity.state`. */
export const access: AccessParts = {
  controllers: [IdentityProjection],
  providers: [{ provide: Directory, useClass: ProjectedDirectory }, ConfirmedRights, PresentRights],
  migrations: [CreateAccessProjection1763800000100, AddTokensFromToAccessMember1763830000100],
  guards: [AccessGuard],
};

/** The same over a directory that a service owns, without any projection: identity-roles. */
export function accessOver(directory: Type<Directory>): AccessParts {
  return {
    controllers: [],
    providers: [{ provide: Directory, useClass: directory }, ConfirmedRights, PresentRights],
    migrations: [],
    guards: [AccessGuard],
  };
}
