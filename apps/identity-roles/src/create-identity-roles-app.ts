import { accessOver } from '@imprimatur/access';
import type { Clock } from '@imprimatur/kernel';
import { createService, kitMigrations, parseSealingKeys, Sealer, type ServiceApp } from '@imprimatur/service-kit';
import { AppModule } from './app.module.ts';
import type { IdentityRolesConfig } from './config.ts';
import { identityRolesEntities } from './persistence/identity-roles-entities.ts';
import { ownMigrations } from './persistence/identity-roles-migrations.ts';
import { OwnDirectory } from './persistence/own-directory.ts';
import { FirstSigningKey } from './transport/first-signing-key.task.ts';
import { PasswordResets } from './transport/password-resets.task.ts';
import { SessionRetention } from './transport/session-retention.task.ts';
import { SigningKeyRetention } from './transport/signing-key-retention.task.ts';
import { SigningKeySecret } from './use-cases/signing-key-secret.ts';

/** Everything the service's database needs, in order. */
export const identityRolesMigrations: Function[] = [...kitMigrations, ...ownMigrations];

/** The identity-roles service, put together and not yet started. */
export function createIdentityRolesApp(config: IdentityRolesConfig, clock?: Clock): Promise<ServiceApp> {
  const access = accessOver(OwnDirectory);
  return createService({
    service: 'identity-roles',
    config,
    module: AppModule,
    entities: identityRolesEntities,
    migrations: ownMigrations,
    controllers: access.controllers,
    providers: [
      ...access.providers,
      { provide: Sealer, useValue: sealerOf(config.linkSealingKeys) },
      { provide: SigningKeySecret, useValue: new SigningKeySecret(config.signingKeySecret) },
    ],
    guards: access.guards,
    background: [FirstSigningKey, PasswordResets, SessionRetention, SigningKeyRetention],
    ...(clock && { clock }),
    openapi: {
      title: 'Imprimatur identity and roles',
      description: 'Workspaces and their settings, members, roles, signing in and out.',
    },
  });
}

function sealerOf(linkSealingKeys: string): Sealer {
  const { keys, currentKeyId } = parseSealingKeys(linkSealingKeys);
  return new Sealer(keys, currentKeyId);
}
