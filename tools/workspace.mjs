// npm run workspace: looks after workspaces from outside.
import { runOperatorCommand, workspaceCommands } from '@imprimatur/identity-roles';
import { explained } from './operator/command-line.mjs';
import { databaseVariablesOf, environmentOf } from './operator/environment.mjs';
import { OperatorError } from './operator/operator-error.mjs';

await explained(
  `Usage: npm run workspace -- list
       npm run workspace -- create --slug acme --name "Acme" --admin-name "Ada" --admin-email ada@example.com [--plan free|pro|business]
       npm run workspace -- set-plan --slug acme --plan business
       npm run workspace -- add-member --slug acme --name "Dana" --email dana@example.com --role workspace-draft-editor
       npm run workspace -- password-link --email dana@example.com

  list                 id, slug, plan and name of each
  create, add-member   print the one-time link with which a new person chooses a password
  add-member           also takes people in who have an account in another workspace, which members cannot do
  password-link        for whoever has lost their password; ends their sessions once it is used

Environment:
${databaseVariablesOf('identity-roles')}  PUBLIC_URL    where links lead to
`,
  ([name, ...args]) => {
    const command = workspaceCommands.get(name ?? '');
    if (command === undefined)
      throw new OperatorError(`Name one of ${[...workspaceCommands.keys()].join(', ')}. See --help.`);
    return runOperatorCommand(command, args, environmentOf('identity-roles'));
  },
);
