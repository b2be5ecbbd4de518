import type { ModelContent } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import classes from './SyncEditor.module.css';

const { model: texts } = strings.syncs;

/** What the rows are made of. */
export function ModelColumns({ content, isDraft }: { content: ModelContent; isDraft: boolean }) {
  return (
    <div>
      <p className={classes.label}>{isDraft ? texts.columnsOfDraft : texts.columns}</p>
      <ul className={classes.columns}>
        {content.columns.map(({ name, type }) => (
          <li key={name}>
            <code>{name}</code> <small>{type}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
