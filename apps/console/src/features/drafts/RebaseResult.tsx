import { useDeferredValue, useMemo } from 'react';
import type { Content, Ends } from '../../api/resource-queries.ts';
import { ChangeList } from '../../components/changes/ChangeList.tsx';
import { changesBetween } from '../../components/saving/changes-between.ts';
import { strings } from '../../strings/en.ts';
import classes from './Rebase.module.css';

const { rebase: texts } = strings.drafts;

interface Props {
  published: Content;
  merged: Content;
  ends: Ends[];
  version: number;
  /** Conflicts that nobody has decided: the draft's value stands there for now. */
  open: number;
}

/** What the draft will be: as reviewers will see it, against what is published. */
export function RebaseResult({ published, merged, ends, version, open }: Props) {
  const settled = useDeferredValue(merged);
  const changes = useMemo(() => changesBetween(published, settled, { ends }), [published, settled, ends]);
  return (
    <section className={classes.result} aria-label={texts.result}>
      <h2>{texts.resultAgainst(version)}</h2>
      {open > 0 && <p className={classes.quiet}>{texts.provisional}</p>}
      {changes.length === 0 ? <p>{texts.nothingLeft}</p> : <ChangeList changes={changes} />}
    </section>
  );
}
