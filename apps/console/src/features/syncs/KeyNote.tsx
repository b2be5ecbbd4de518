import { strings } from '../../strings/en.ts';
import type { DestinationTable } from './choice-queries.ts';
import classes from './SyncEditor.module.css';
import { isUniqueKey } from './suggest-mapping.ts';

const { mapping: texts } = strings.syncs;

/** Where the table cannot tell rows apart by the chosen keys: by which it can. */
export function KeyNote({ keys, table }: { keys: string[]; table: DestinationTable | null | undefined }) {
  if (!table || isUniqueKey(keys, table)) return null;
  if (table.uniqueKeys.length === 0) return <p className={classes.warning}>{texts.noUniqueKey}</p>;
  if (keys.length === 0) return null;
  return (
    <p className={classes.warning}>{texts.notUnique(table.uniqueKeys.map((key) => key.join(' + ')).join(texts.or))}</p>
  );
}
