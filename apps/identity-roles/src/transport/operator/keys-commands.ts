import { z } from 'zod';
import { signingKeySecretFrom } from '../../config.ts';
import { rotateSigningKey } from '../../use-cases/operator/rotate-signing-key.ts';
import { type OperatorCommand, operatorCommand } from './run-operator-command.ts';

const rotateSigning = operatorCommand({
  options: z.object({}),
  async run(dataSource, _options, _publicUrl, env) {
    const kid = await rotateSigningKey(dataSource, signingKeySecretFrom(env));
    return [
      `Tokens are signed with the key ${kid} from half a minute on.`,
      'Nobody is signed out: what was signed before goes on until it ends, and the key before is retired an hour or two later.',
    ].join('\n');
  },
});

export const keysCommands = new Map<string, OperatorCommand>([['rotate-signing', rotateSigning]]);
