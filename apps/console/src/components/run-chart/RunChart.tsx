import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { strings } from '../../strings/en.ts';
import type { RunBar } from './run-bars.ts';
import { RunTooltip } from './RunTooltip.tsx';

const { chart, number } = strings.runs;
const HEIGHT = 140;
const WIDEST_BAR = 18;
const LEAST_HEIGHT = 3;
const LEGEND_HEIGHT = 28;

const series = [
  { name: 'written', label: chart.written, color: 'var(--chart-written)' },
  { name: 'rejected', label: chart.rejected, color: 'var(--chart-rejected)' },
  { name: 'refused', label: chart.refused, color: 'var(--chart-refused)' },
];
/** A few rejected rows among many thousands are still seen. */
const minPointSize = (value: unknown): number => (typeof value === 'number' && value > 0 ? LEAST_HEIGHT : 0);

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
      withLegend
      legendProps={{ verticalAlign: 'top', align: 'right', height: LEGEND_HEIGHT }}
      gridAxis="y"
      tickLine="none"
      maxBarWidth={WIDEST_BAR}
      barProps={{ minPointSize, isAnimationActive: false }}
      barChartProps={{ accessibilityLayer: false }}
      valueFormatter={number}
      yAxisProps={{ width: 56, allowDecimals: false }}
      tooltipAnimationDuration={0}
      tooltipProps={{ content: ({ payload }) => <RunTooltip bar={payload[0]?.payload as RunBar | undefined} /> }}
    />
  );
}
