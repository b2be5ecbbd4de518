import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useShortcuts } from '../../components/shortcuts/use-shortcuts.ts';
import { strings } from '../../strings/en.ts';
import classes from './ChangesBar.module.css';

const { changesBar: texts } = strings.settings;

interface Props {
  count: number;
  isSaving: boolean;
  /** The last thing done was saving. */
  isSaved: boolean;
  saveLabel?: string;
  onSave: () => void;
  onDiscard: () => void;
  /** Takes the last discarding back. */
  onUndo?: (() => void) | undefined;
}

/** What is not saved yet, at the bottom of the window wherever one scrolls: how much it is, and what to do with it. */
export function ChangesBar({ count, isSaving, isSaved, saveLabel = strings.save, onSave, onDiscard, onUndo }: Props) {
  const says = useRef<HTMLParagraphElement>(null);
  const isUnsaved = count > 0;
  // The buttons go away with the changes; whoever pressed one goes on here.
  const then = (act: () => void) => (): void => {
    act();
    says.current?.focus();
  };
  useShortcuts(texts.shortcuts, isUnsaved ? [{ keys: 'mod+s', says: saveLabel, run: then(onSave) }] : []);
  const isShown = isUnsaved || isSaved || onUndo !== undefined;
  return (
    <div className={isShown ? classes.room : undefined}>
      <div className={isShown ? classes.bar : undefined}>
        <div className={isShown ? classes.inside : undefined}>
          <p ref={says} className={classes.says} role="status" tabIndex={-1}>
            {isUnsaved && <span className={classes.dot} aria-hidden />}
            {isUnsaved && texts.changes(count)}
            {!isUnsaved && onUndo && texts.discarded}
            {!isUnsaved && !onUndo && isSaved && texts.saved}
          </p>
          {!isUnsaved && onUndo && (
            <Button variant="default" onClick={then(onUndo)}>
              {strings.undo}
            </Button>
          )}
          {isUnsaved && (
            <>
              <Button variant="default" onClick={then(onDiscard)} disabled={isSaving}>
                {strings.discard}
              </Button>
              <Button onClick={then(onSave)} loading={isSaving}>
                {saveLabel}
              </Button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
