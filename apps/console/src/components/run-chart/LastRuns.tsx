import { Skeleton, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { components } from '../../api/schema.d.ts';
import { strings } from '../../strings/en.ts';
import { cssVariables } from '../css-variables.ts';
import classes from './LastRuns.module.css';
import { runBars } from './run-bars.ts';
import { RunBarTable } from './RunBarTable.tsx';

const RunChart = lazy(async () => ({ default: (await import('./RunChart.tsx')).RunChart }));
const AT_MOST = 40;

interface Props {
  /** The newest first. */
  runs: components['schemas']['Run'][];
}

/** What the last runs wrote, rejected, and which were refused. */
export function LastRuns({ runs }: Props) {
  const bars = runBars(runs, AT_MOST);
  if (bars.length === 0) return null;
  return (
    <section className={classes.lastRuns} aria-label={strings.runs.chart.title(bars.length)}>
      <div className={classes.head}>
        <h2>{strings.runs.chart.title(bars.length)}</h2>
        <ul className={classes.legend} aria-hidden>
          {(['written', 'rejected', 'refused'] as const).map((kind) => (
            <li key={kind} data-kind={kind}>
              {strings.runs.chart[kind]}
            </li>
          ))}
        </ul>
      </div>
      <div aria-hidden className={classes.chart} style={cssVariables({ '--bars': bars.length })}>
        <Suspense fallback={<Skeleton height={140} />}>
          <RunChart bars={bars} />
        </Suspense>
      </div>
      <VisuallyHidden>
        <RunBarTable bars={bars} />
      </VisuallyHidden>
    </section>
  );
}
