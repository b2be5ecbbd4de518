import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import type { AudienceFields, JourneyFields } from './live-content.ts';
import { nameOfStart, partsOf } from './summary-of.ts';

const { audience, journey, conditions, steps } = strings.audiences;

interface Props {
  content: AudienceFields['content'] | JourneyFields['content'];
  names: Record<string, string>;
}

/** What is published, for who may look at it only. */
export function LiveSummary({ content, names }: Props) {
  const isAudience = 'modelId' in content;
  const parts = partsOf(content, names);
  return (
    <dl className={classes.summary}>
      <dt>{isAudience ? audience.model : journey.audience}</dt>
      <dd>{nameOfStart(content, names)}</dd>
      <dt>{isAudience ? conditions.title : steps.title}</dt>
      <dd>
        {parts.length === 0 && conditions.none}
        <ol>
          {parts.map((part, index) => (
            <li key={index}>{part}</li>
          ))}
        </ol>
      </dd>
    </dl>
  );
}
