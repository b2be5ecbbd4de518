// npm run bootstrap: the first workspace and its Admin.
import { bootstrapCommand, runOperatorCommand } from '@imprimatur/identity-roles';
import { explained } from './operator/command-line.mjs';
import { databaseVariablesOf, environmentOf } from './operator/environment.mjs';

await explained(
  `Usage: npm run bootstrap -- --slug acme --name "Acme" --admin-name "Ada" --admin-email ada@example.com [--plan free|pro|business]

Makes the first workspace and its Admin, and prints the one-time link with which the Admin chooses a password.
Does nothing when there is a workspace already, so it can run at every deployment.

Environment:
${databaseVariablesOf('identity-roles')}  PUBLIC_URL    where the link leads to
`,
  (args) => runOperatorCommand(bootstrapCommand, args, environmentOf('identity-roles')),
);
