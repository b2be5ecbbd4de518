import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { strings } from '../../strings/en.ts';
import type { RunBar } from './run-bars.ts';
import { RunTooltip } from './RunTooltip.tsx';

const { chart, number } = strings.runs;
const HEIGHT = 140;
const WIDEST_BAR = 18;
const LEAST_HEIGHT = 3;

const kinds = ['written', 'rejected', 'refused'] as const;
type Kind = (typeof kinds)[number];
const series = kinds.map((name) => ({ name, label: chart[name], color: `var(--chart-${name})` }));

/** The last runs as bars; the table beside it says the same to who does not see them. */
export function RunChart({ bars }: { bars: RunBar[] }) {
  return (
    <BarChart
      h={HEIGHT}
      data={bars}
      dataKey="id"
      type="stacked"
      series={series}
      withXAxis={false}
      gridAxis="x"
      tickLine="none"
      maxBarWidth={WIDEST_BAR}
      barProps={({ name }) => ({
        isAnimationActive: false,
        // A few rejected rows among many thousands are still seen.
        minPointSize: (_, index) => ((bars[index]?.[name as Kind] ?? 0) > 0 ? LEAST_HEIGHT : 0),
      })}
      barChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
      valueFormatter={number}
      yAxisProps={{ width: 56, allowDecimals: false }}
      tooltipAnimationDuration={0}
      tooltipProps={{ content: ({ payload }) => <RunTooltip bar={payload[0]?.payload as RunBar | undefined} /> }}
    />
  );
}
