import { strings } from '../../strings/en.ts';
import { ChangeList } from '../changes/ChangeList.tsx';
import type { Change } from '../changes/diff-rows.ts';
import classes from './SaveDialog.module.css';
import { summaryOf } from './summary-of.ts';

const { save: texts } = strings.drafts;

/** What is about to be saved: in a line, and unfolded as reviewers will see it. */
export function FoldedChanges({ changes, isOpen = false }: { changes: Change[]; isOpen?: boolean }) {
  if (changes.length === 0) return <p>{texts.noChanges}</p>;
  return (
    <details className={classes.changes} open={isOpen}>
      <summary>
        {texts.changes} <span>{summaryOf(changes)}</span>
      </summary>
      <div>
        <ChangeList changes={changes} />
      </div>
    </details>
  );
}
