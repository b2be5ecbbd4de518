import { RefusalReason } from '../../components/run-now/RefusalReason.tsx';
import type { RunDetails } from '../../components/run-now/run-query.ts';
import { strings } from '../../strings/en.ts';
import classes from './RunReport.module.css';

const texts = strings.runs.run;

/** Why a run did not start, or why it failed; nothing for one that went well. */
export function WhyNot({ run: { code, codes, failure, syncId } }: { run: RunDetails }) {
  if (code === null && failure === null) return null;
  const others = codes.filter((other) => other !== code);
  return (
    <section className={classes.whyNot}>
      <h2>{code === null ? texts.failed : texts.refused}</h2>
      {code !== null && (
        <p>
          <RefusalReason code={code} syncId={syncId} /> <code>{code}</code>
        </p>
      )}
      {others.length > 0 && (
        <>
          <p className={classes.quiet}>{texts.also}</p>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <RefusalReason code={other} syncId={syncId} /> <code>{other}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure !== null && (
        <>
          <p className={classes.message}>{failure.message}</p>
          <p className={classes.quiet}>
            <code>{failure.code}</code> {texts.rowsStay}
          </p>
        </>
      )}
    </section>
  );
}
