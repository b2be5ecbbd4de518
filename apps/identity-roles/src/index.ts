export { identityRolesConfigFrom, type IdentityRolesConfig } from './config.ts';
export { createIdentityRolesApp, identityRolesMigrations } from './create-identity-roles-app.ts';
export { identityRolesEntities } from './persistence/identity-roles-entities.ts';
export { resnapshotIdentity } from './use-cases/operator/resnapshot-identity.ts';
export {
  seedWorkspace,
  type SeededWorkspace,
  type SeedMember,
  type WorkspaceSeed,
} from './use-cases/operator/seed-workspace.ts';
export { bootstrapCommand } from './transport/operator/bootstrap-command.ts';
export { keysCommands } from './transport/operator/keys-commands.ts';
export { runOperatorCommand } from './transport/operator/run-operator-command.ts';
export { workspaceCommands } from './transport/operator/workspace-commands.ts';
