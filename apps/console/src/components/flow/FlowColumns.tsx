import { useMemo, useState } from 'react';
import { strings } from '../../strings/en.ts';
import { cssVariables } from '../css-variables.ts';
import classes from './Flow.module.css';
import { FlowBox } from './FlowBox.tsx';
import { layOut, pathThrough } from './flow-layout.ts';
import { FlowLines } from './FlowLines.tsx';
import type { Flow } from './use-flow.ts';

const nothing: ReadonlySet<string> = new Set();

interface Props {
  flow: Flow;
  /** Everything of the source is there, so that it can be counted. */
  isWhole: boolean;
}

/** Boxes in columns, joined by lines. Pointing at one, or reaching it by keyboard, lights its path. */
export function FlowColumns({ flow, isWhole }: Props) {
  const [unfolded, setUnfolded] = useState(nothing);
  const [pointed, setPointed] = useState<string | null>(null);
  const { boxes, lines, rows } = useMemo(() => layOut(flow, unfolded), [flow, unfolded]);
  const lit = useMemo(() => (pointed === null ? null : pathThrough(pointed, lines)), [pointed, lines]);
  return (
    <div className={classes.scroll}>
      <div
        className={classes.picture}
        style={cssVariables({ '--rows': rows })}
        role="group"
        aria-label={strings.runs.flow.label}
      >
        <FlowLines lines={lines} rows={rows} lit={lit} />
        {boxes.map((box) => (
          <FlowBox
            key={box.key}
            box={box}
            isCounted={isWhole}
            isLit={lit?.has(box.key) ?? false}
            onPoint={setPointed}
            onUnfold={(modelId) => setUnfolded(new Set([...unfolded, modelId]))}
          />
        ))}
      </div>
    </div>
  );
}
