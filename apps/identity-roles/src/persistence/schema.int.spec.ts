import { describeSchema } from '@imprimatur/testing';
import { identityRolesMigrations } from '../create-identity-roles-app.ts';
import { identityRolesEntities } from './identity-roles-entities.ts';

describeSchema({ service: 'identity-roles', entities: identityRolesEntities, migrations: identityRolesMigrations });
