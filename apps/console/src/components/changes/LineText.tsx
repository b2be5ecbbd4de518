import { memo } from 'react';
import { strings } from '../../strings/en.ts';
import { markedText } from './marked-text.ts';
import classes from './QueryDiff.module.css';

interface Props {
  text: string;
  /** The line that stands in its place, to mark the words that differ. */
  beside?: string | undefined;
}

/** A line of a query, with its changed words marked and its invisible characters seen. */
export const LineText = memo(function LineText({ text, beside }: Props) {
  return markedText(text, beside).map(({ text: part, isMarked, hidden }, at) => {
    if (hidden !== undefined) {
      return (
        <span key={at} className={classes.hidden} title={strings.changes.hiddenCharacter}>
          {hidden}
        </span>
      );
    }
    if (isMarked === undefined) return part;
    return (
      <mark key={at} className={classes.mark}>
        {part}
      </mark>
    );
  });
});
