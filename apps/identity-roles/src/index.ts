export { identityRolesConfigFrom, type IdentityRolesConfig } from './config.ts';
export { createIdentityRolesApp, identityRolesMigrations } from './create-identity-roles-app.ts';
export { identityRolesEntities } from './persistence/identity-roles-entities.ts';
export { bootstrap } from './transport/operator/bootstrap.ts';
export {
  seedWorkspace,
  type SeededWorkspace,
  type SeedMember,
  type WorkspaceSeed,
} from './transport/operator/seed-workspace.ts';
