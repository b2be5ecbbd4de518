import { UnstyledButton } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { cssVariables } from '../css-variables.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import classes from './Flow.module.css';
import { statusesOf } from './flow-data.ts';
import type { FlowBoxData } from './flow-layout.ts';
import { FlowLink } from './FlowLink.tsx';

const texts = strings.runs.flow;

interface Props {
  box: FlowBoxData;
  /** Says of an end how much of what is shown is at it. */
  isCounted: boolean;
  /** Of the path that is pointed at. */
  isLit: boolean;
  onPoint: (key: string | null) => void;
  onUnfold: (modelId: string) => void;
}

/** A source, model, sync or destination in the picture, or the syncs that are folded away. */
export function FlowBox({ box, isCounted, isLit, onPoint, onUnfold }: Props) {
  return (
    <div
      className={classes.box}
      style={cssVariables({ '--row': box.row })}
      data-column={box.column}
      data-lit={isLit}
      onMouseEnter={() => onPoint(box.key)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(box.key)}
      onBlur={() => onPoint(null)}
    >
      <Inside box={box} isCounted={isCounted} onUnfold={onUnfold} />
    </div>
  );
}

function Inside({ box, isCounted, onUnfold }: Pick<Props, 'box' | 'isCounted' | 'onUnfold'>) {
  if ('more' in box) {
    return (
      <UnstyledButton className={classes.more} onClick={() => onUnfold(box.modelId)}>
        {texts.more(box.more)}
      </UnstyledButton>
    );
  }
  if ('end' in box) {
    const { column, end, count } = box;
    return (
      <>
        <FlowLink kind={column} id={end.id} name={end.name ?? texts.hidden} className={classes.name} />
        {isCounted && (
          <span className={classes.quiet}>{column === 'source' ? texts.models(count) : texts.syncs(count)}</span>
        )}
      </>
    );
  }
  const isSync = box.column === 'sync';
  const resource = isSync ? box.sync : box.model;
  return (
    <>
      <FlowLink kind={box.column} id={resource.id} name={resource.name} className={classes.name} />
      <span className={classes.statuses}>
        {statusesOf(resource, isSync ? box.holdup : null).map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </span>
    </>
  );
}
