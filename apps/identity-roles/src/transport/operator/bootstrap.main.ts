import { bootstrapCommand } from './bootstrap-command.ts';
import { reportFailure, runOperatorCommand } from './run-operator-command.ts';

const help = `Makes the first workspace and its Admin, and prints the one-time link with which the Admin chooses a password.
Does nothing when there is a workspace already, so it can run at every deployment.

  bootstrap --slug acme --name "Acme" --admin-name "Ada" --admin-email ada@example.com [--plan free|pro|business]

Environment: DATABASE_URL of identity-roles, PUBLIC_URL that the link leads to.
`;

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(help);
else await runOperatorCommand(bootstrapCommand, args, process.env).catch(reportFailure);
