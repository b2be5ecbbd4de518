import type { Difference } from '../../components/forms/StaleNotice.tsx';
import { strings } from '../../strings/en.ts';
import { fieldsOf, type ConnectionFields } from './connection-form.ts';
import type { Connection } from './connections-query.ts';

const { form: texts } = strings.connections;
const settings = ['host', 'port', 'database', 'user', 'ssl'] as const;

/** Where what is saved now and what was typed are not the same. */
export function differencesOf(saved: Connection, mine: ConnectionFields): Difference[] {
  const theirs = fieldsOf(saved);
  return [
    { label: texts.name, theirs: theirs.name, mine: mine.name },
    ...settings.map((field) => ({
      label: texts[field],
      theirs: String(theirs.settings[field] ?? ''),
      mine: String(mine.settings[field] ?? ''),
    })),
  ].filter((each) => each.theirs !== each.mine);
}
