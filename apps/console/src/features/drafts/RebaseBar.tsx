import { Button } from '@mantine/core';
import type { SaveOptions } from '../../api/resource-queries.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Rebase.module.css';

const { rebase: texts } = strings.drafts;

interface Props {
  /** Names of the fields that are still in conflict. */
  open: string[];
  problems: string[];
  hasMisfits: boolean;
  isLocked: boolean;
  isMoved: boolean;
  saveOptions: SaveOptions;
  isPending: boolean;
  error: unknown;
  onSave: () => void;
}

/** Always in view: what is left to decide, and the way to save it. */
export function RebaseBar({ open, problems, isPending, error, onSave, ...state }: Props) {
  const whyNot = whyNotYet({ open, ...state });
  return (
    <div className={classes.bar}>
      {Boolean(error) && <ProblemNotice error={error} />}
      {problems.map((problem) => (
        <p key={problem} className={classes.problem} role="alert">
          {problem}
        </p>
      ))}
      <div className={classes.barLine}>
        <p role="status">{whyNot ?? texts.ready}</p>
        <Button loading={isPending} disabled={whyNot !== null} onClick={onSave}>
          {texts.save}
        </Button>
      </div>
    </div>
  );
}

function whyNotYet({
  open,
  hasMisfits,
  isLocked,
  isMoved,
  saveOptions,
}: Pick<Props, 'open' | 'hasMisfits' | 'isLocked' | 'isMoved' | 'saveOptions'>) {
  const maySave = saveOptions.actions.includes('save_draft') || saveOptions.actions.includes('publish');
  if (!maySave) return texts.mayNot;
  if (isLocked) return texts.locked;
  if (isMoved) return texts.moved.first;
  if (open.length > 0) return texts.left(open.length, open[0] ?? '');
  return hasMisfits ? texts.misfits : null;
}
