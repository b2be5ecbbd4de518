import { bootstrap } from '../../use-cases/operator/bootstrap.ts';
import { foundingFrom, FoundingOptions, signInAdvice } from './founding-options.ts';
import { operatorCommand } from './run-operator-command.ts';

export const bootstrapCommand = operatorCommand({
  options: FoundingOptions,
  async run(dataSource, options, publicUrl) {
    const founded = await bootstrap(dataSource, foundingFrom(options));
    if (founded === null) return 'There is a workspace already. Nothing was done.';
    return `Workspace ${options.slug} is there.\n${signInAdvice(options['admin-email'], founded.secret, publicUrl)}`;
  },
});
