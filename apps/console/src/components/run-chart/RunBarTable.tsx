import { strings } from '../../strings/en.ts';
import type { RunBar } from './run-bars.ts';

const { chart, columns, number } = strings.runs;

/** The chart in words and numbers. */
export function RunBarTable({ bars }: { bars: RunBar[] }) {
  return (
    <table>
      <caption>{chart.asTable}</caption>
      <thead>
        <tr>
          <th scope="col">{chart.run}</th>
          <th scope="col">{columns.sync}</th>
          <th scope="col">{chart.written}</th>
          <th scope="col">{chart.rejected}</th>
          <th scope="col">{chart.refused}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">{bar.at}</th>
            <td>{bar.sync}</td>
            <td>{number(bar.written)}</td>
            <td>{number(bar.rejected)}</td>
            <td>{bar.isRefused ? chart.yes : chart.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
