import { isTransient } from '@imprimatur/messaging';

const forPeople = new Set(['OperatorError', 'DomainError', 'ConfigError', 'UsageError']);

/** What Postgres answers to operators' own mistakes, by SQLSTATE. */
const databaseSentences = {
  '3D000': (said) => `${said}. \`npm run migrate -- --create-databases\` creates the databases that are missing.`,
  '28P01': (said) => `The database refused the sign-in: ${said}.`,
  28000: (said) => `The database refused the sign-in: ${said}.`,
  42501: (said) => `The user of the database lacks a right: ${said}.`,
  '42P01': (said) => `The database has not got its schema: ${said}. \`npm run migrate\` brings it there.`,
};

/** What people can do something about, as a sentence; null for a bug, which keeps its stack. */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return null;
  if (forPeople.has(error.name) || error.code?.startsWith?.('ERR_PARSE_ARGS')) return error.message;
  const said = messageOf(error);
  if (Object.hasOwn(databaseSentences, error.code ?? '')) return databaseSentences[error.code](said);
  if (said.startsWith('SASL: ')) return `The database wants another kind of sign-in: ${said}.`;
  if (error.name.startsWith('KafkaJS')) return `Kafka cannot be asked: ${said}`;
  return isTransient(error) ? `What the command needs cannot be reached: ${said}` : null;
}

/** Several addresses that were tried are one error without a message of its own. */
function messageOf({ message, errors }) {
  return message || (errors ?? []).map((each) => each.message).join(', ');
}
