import { strings } from '../../strings/en.ts';
import type { AudienceFields, JourneyFields } from './live-content.ts';

const { operators, units, steps: words } = strings.audiences;

/** What an audience or a journey holds, in a sentence. */
export function summaryOf(
  content: AudienceFields['content'] | JourneyFields['content'],
  names: Record<string, string>,
): string {
  const parts =
    'modelId' in content
      ? content.conditions.map(({ column, operator, value }) =>
          [column, operators[operator], ...(value === null ? [] : [String(value)])].join(' '),
        )
      : content.steps.map((step) =>
          step.kind === 'wait'
            ? `${words.wait} ${step.amount} ${units[step.unit]}`
            : `${words.enter} ${names[step.destinationId] ?? step.destinationId}, ${step.object}`,
        );
  const of = 'modelId' in content ? content.modelId : content.audienceId;
  return [names[of] ?? of, ...parts].join('; ');
}
