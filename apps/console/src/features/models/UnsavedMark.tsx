import { strings } from '../../strings/en.ts';
import classes from './Workbench.module.css';

/** Whether there is something that is not saved; told when it changes. */
export function UnsavedMark({ isUnsaved }: { isUnsaved: boolean }) {
  return (
    <span role="status" className={isUnsaved ? classes.unsaved : undefined}>
      {isUnsaved && (
        <>
          <span className={classes.dot} aria-hidden />
          {strings.models.editor.unsaved}
        </>
      )}
    </span>
  );
}
