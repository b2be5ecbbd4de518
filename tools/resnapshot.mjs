// npm run resnapshot: sends the present state of everything again.
import { identityRolesEntities, resnapshotIdentity } from '@imprimatur/identity-roles';
import { resnapshotResources, resourcesEntities } from '@imprimatur/resources';
import { DataSource } from 'typeorm';
import { commandLine } from './operator/command-line.mjs';
import { databaseUrlOf, databaseVariables } from './operator/environment.mjs';
import { OperatorError } from './operator/operator-error.mjs';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const owners = {
  'identity-roles': { entities: identityRolesEntities, resnapshot: resnapshotIdentity },
  resources: { entities: resourcesEntities, resnapshot: resnapshotResources },
};

await commandLine({
  help: `Usage: npm run resnapshot -- identity-roles|resources [--workspace ID]

Appends the present state of every row that the service owns to its outbox once more, each under its lock, for readers whose copy is in
doubt. Of one workspace, or of all. The running service sends it.

Environment:
${databaseVariables}`,
  options: { workspace: { type: 'string' } },
  async work({ workspace = null }, names) {
    const [service] = names;
    if (names.length !== 1 || !Object.hasOwn(owners, service))
      throw new OperatorError('Name one service that owns state: identity-roles or resources. See --help.');
    const { entities, resnapshot } = owners[service];
    if (workspace !== null && !uuid.test(workspace))
      throw new OperatorError('--workspace takes the id of a workspace: `npm run workspace -- list` prints it.');
    const dataSource = await new DataSource({ type: 'postgres', url: databaseUrlOf(service), entities }).initialize();
    try {
      const rows = await resnapshot(dataSource, workspace);
      if (workspace !== null && rows === 0)
        throw new OperatorError(`${service} has nothing of workspace ${workspace}.`);
      console.log(`${rows} rows will be sent again.`);
    } finally {
      await dataSource.destroy();
    }
  },
});
