import { strings } from '../../strings/en.ts';
import { cssVariables } from '../css-variables.ts';
import classes from './Flow.module.css';
import type { FlowBoxData, FlowLine } from './flow-layout.ts';

/** Where boxes begin and end, in hundredths of the width; the style sheet has the same. */
const edges = {
  source: { left: 0, right: 16 },
  model: { left: 22, right: 42 },
  sync: { left: 58, right: 78 },
  destination: { left: 84, right: 100 },
} satisfies Record<FlowBoxData['column'], { left: number; right: number }>;

interface Props {
  lines: FlowLine[];
  rows: number;
  /** The boxes of the path that is lit; null: none is. */
  lit: ReadonlySet<string> | null;
}

/** The lines between the boxes. One that is held up is dashed, and says why. */
export function FlowLines({ lines, rows, lit }: Props) {
  const isDim = ({ from, to }: FlowLine): boolean => lit !== null && !(lit.has(from.key) && lit.has(to.key));
  return (
    <div aria-hidden>
      <svg className={classes.lines} viewBox={`0 0 100 ${rows}`} preserveAspectRatio="none">
        {lines.map((line) => (
          <path
            key={keyOf(line)}
            d={curveOf(line)}
            className={classes.line}
            data-held={line.holdup !== null}
            data-dim={isDim(line)}
            data-lit={lit !== null && !isDim(line)}
          />
        ))}
      </svg>
      {lines
        .filter(({ from, holdup }) => from.column === 'model' && holdup !== null)
        .map((line) => (
          <span
            key={keyOf(line)}
            className={classes.reason}
            style={cssVariables({ '--row': line.to.row })}
            data-dim={isDim(line)}
          >
            <span>{line.holdup && strings.runs.codes[line.holdup]}</span>
          </span>
        ))}
    </div>
  );
}

const keyOf = ({ from, to }: FlowLine): string => `${from.key} ${to.key}`;

function curveOf({ from, to }: FlowLine): string {
  const [x1, y1, x2, y2] = [edges[from.column].right, from.row + 0.5, edges[to.column].left, to.row + 0.5];
  // The way to a sync turns at once, so that its reason lies on the straight part.
  const turn = from.column === 'model' ? x1 + 4 : (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${turn} ${y1} ${x1 + (turn - x1) / 4} ${y2} ${turn} ${y2} L ${x2} ${y2}`;
}
