// npm run keys: looks after the keys of the system.
import { keysCommands, runOperatorCommand } from '@imprimatur/identity-roles';
import { explained } from './operator/command-line.mjs';
import { databaseVariablesOf, environmentOf } from './operator/environment.mjs';
import { OperatorError } from './operator/operator-error.mjs';

await explained(
  `Usage: npm run keys -- rotate-signing

  rotate-signing       makes a new key to sign access tokens with; the running service takes it up by itself. Nobody is signed out

Environment:
${databaseVariablesOf('identity-roles')}  SIGNING_KEY_SECRET
                what identity-roles seals its keys with: the same as the service has

Sealing keys (SEALING_KEYS, LINK_SEALING_KEYS) are rotated by the environment: put the new key first and keep the old one behind it.
`,
  ([name, ...args]) => {
    const command = keysCommands.get(name ?? '');
    if (command === undefined)
      throw new OperatorError(`Name one of ${[...keysCommands.keys()].join(', ')}. See --help.`);
    return runOperatorCommand(command, args, environmentOf('identity-roles'));
  },
);
