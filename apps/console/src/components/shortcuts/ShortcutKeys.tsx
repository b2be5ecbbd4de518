import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './ShortcutKeys.module.css';

const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The keys of a shortcut as they stand on the keyboard. */
export function ShortcutKeys({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((stroke, at) => (
        <Fragment key={at}>
          {at > 0 && <span className={classes.then}>{strings.shell.shortcuts.then}</span>}
          {stroke.split('+').map((key) => (
            <Kbd key={key} size="xs">
              {nameOf(key)}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

function nameOf(key: string): string {
  if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
  if (key === 'Enter') return '↵';
  return key.length === 1 ? key.toUpperCase() : key;
}
