// npm run dead-letters: events that a service could not handle.
import { discardDeadLetter, listDeadLetters, retryDeadLetters } from '@imprimatur/messaging';
import { DataSource } from 'typeorm';
import { commandLine } from './operator/command-line.mjs';
import { databaseUrlOf, databaseVariables, servicesNamed } from './operator/environment.mjs';
import { OperatorError } from './operator/operator-error.mjs';

const commands = { list, retry, discard };

await commandLine({
  help: `Usage: npm run dead-letters -- SERVICE list [--group GROUP]
       npm run dead-letters -- SERVICE retry ID … | --group GROUP
       npm run dead-letters -- SERVICE discard ID …

Events that a service could not handle. Later events of the same group and subject wait behind a dead letter.

  list      the dead letters, the oldest first
  retry     have the running service try them again, and then what waits behind them
  discard   give them up, and go on with what waits behind them; refused for projections, whose copy would stay wrong, and for
            submissions, whose drafts would stay in review for good

Environment:
${databaseVariables}`,
  options: { group: { type: 'string' } },
  async work({ group }, [service, name, ...ids]) {
    const command = commands[name];
    if (service === undefined || command === undefined)
      throw new OperatorError('Name a service and list, retry or discard. See --help.');
    const [known] = servicesNamed([service]);
    const dataSource = await new DataSource({ type: 'postgres', url: databaseUrlOf(known) }).initialize();
    try {
      await command(dataSource, ids, group);
    } finally {
      await dataSource.destroy();
    }
  },
});

async function list(dataSource, _ids, group) {
  const found = await listDeadLetters(dataSource, group);
  if (found.length === 0) console.log('There are none.');
  for (const dead of found) {
    console.log(
      `${dead.id}  ${dead.createdAt.toISOString()}  ${dead.group}  ${dead.type ?? 'unreadable'}  ${dead.subject ?? ''}`,
    );
    console.log(
      `    ${dead.reason}: ${dead.error}  (tried ${dead.attempts}, ${dead.parked} waiting${dead.retryRequested ? ', retry asked for' : ''})`,
    );
  }
}

async function retry(dataSource, ids, group) {
  if (ids.length === 0 && group === undefined) throw new OperatorError('Name the dead letters to retry, or a --group.');
  if (group !== undefined) {
    console.log(`${await retryDeadLetters(dataSource, { group })} of ${group} will be tried again.`);
    return;
  }
  assertIds(ids);
  const unknown = [];
  for (const id of ids) {
    if ((await retryDeadLetters(dataSource, { id })) === 0) unknown.push(id);
    else console.log(`${id} will be tried again.`);
  }
  if (unknown.length > 0)
    throw new OperatorError(`There is no dead letter ${unknown.join(', ')}. \`list\` says which there are.`);
}

async function discard(dataSource, ids) {
  if (ids.length === 0) throw new OperatorError('Name the dead letters to discard.');
  assertIds(ids);
  for (const id of ids) {
    await discardDeadLetter(dataSource, id);
    console.log(`${id} was given up.`);
  }
}

function assertIds(ids) {
  const others = ids.filter((id) => !/^\d{1,18}$/.test(id));
  if (others.length > 0)
    throw new OperatorError(`Dead letters have numbers, as \`list\` prints them: not ${others.join(', ')}.`);
}
