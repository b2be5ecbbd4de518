import type { RunDetails } from '../../components/run-now/run-query.ts';
import { strings } from '../../strings/en.ts';
import classes from './RunReport.module.css';

const texts = strings.runs.run;

/** The rows that the destination did not take, by their keys, and why. */
export function Rejections({ run: { rejections, counts } }: { run: RunDetails }) {
  if (rejections.length === 0) return null;
  const all = Math.max(counts?.rejected ?? 0, rejections.length);
  return (
    <section>
      <h2>{texts.rejections}</h2>
      <div className={classes.scroll} role="region" aria-label={texts.rejections} tabIndex={0}>
        <table className={classes.rejections}>
          <caption>{all > rejections.length ? texts.firstOf(rejections.length, all) : texts.allOf(all)}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.key}</th>
              <th scope="col">{texts.reason}</th>
            </tr>
          </thead>
          <tbody>
            {rejections.map(({ key, reason }, index) => (
              <tr key={index}>
                <th scope="row">
                  <code>{inWords(key)}</code>
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const inWords = (key: Record<string, unknown>): string =>
  Object.entries(key)
    .map(([field, value]) => `${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
