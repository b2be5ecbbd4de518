import { runService } from '@imprimatur/service-kit';
import { identityRolesConfigFrom } from './config.ts';
import { createIdentityRolesApp } from './create-identity-roles-app.ts';

await runService(() => createIdentityRolesApp(identityRolesConfigFrom(process.env)));
