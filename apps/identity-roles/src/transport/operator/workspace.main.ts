import { reportFailure, runOperatorCommand, UsageError } from './run-operator-command.ts';
import { workspaceCommands } from './workspace-commands.ts';

const help = `Looks after workspaces from outside.

  workspace list
  workspace create --slug acme --name "Acme" --admin-name "Ada" --admin-email ada@example.com [--plan free|pro|business]
  workspace set-plan --slug acme --plan business
  workspace add-member --slug acme --name "Dana" --email dana@example.com --role workspace-draft-editor
  workspace password-link --email dana@example.com

create, add-member   print the one-time link with which a new person chooses a password
add-member           also takes people in who have an account in another workspace, which members cannot do
password-link        for whoever has lost their password; ends their sessions once it is used

Environment: DATABASE_URL of identity-roles, PUBLIC_URL that links lead to.
`;

async function run([name, ...args]: string[]): Promise<void> {
  const command = workspaceCommands.get(name ?? '');
  if (command === undefined) throw new UsageError(`There is no command "${name ?? ''}". See workspace --help.`);
  await runOperatorCommand(command, args, process.env);
}

const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--help')) process.stdout.write(help);
else await run(args).catch(reportFailure);
