// npm run migrate: brings the services' databases to their newest schema.
import { migrate } from '@imprimatur/service-kit';
import { blueprints } from '@imprimatur/standalone';
import { createMissingDatabase } from './operator/create-missing-database.mjs';
import { commandLine } from './operator/command-line.mjs';
import { databaseUrlOf, databaseVariables, servicesNamed } from './operator/environment.mjs';

await commandLine({
  help: `Usage: npm run migrate [-- [--create-databases] [SERVICE …]]

Runs the migrations that a service's database does not have yet; of all services, or of those named. Safe to start several times at once.

  --create-databases   create databases that are missing, for which the user needs the right

Environment:
${databaseVariables}`,
  options: { 'create-databases': { type: 'boolean' } },
  async work(options, names) {
    for (const service of servicesNamed(names)) {
      const url = databaseUrlOf(service);
      if (options['create-databases']) await createMissingDatabase(url);
      const done = await migrate(url, blueprints[service].migrations);
      console.log(`${service}: ${done.length === 0 ? 'nothing to do' : done.join(', ')}`);
    }
  },
});
