import { strings } from '../../strings/en.ts';
import type { AudienceFields, Condition, JourneyFields, Step } from './live-content.ts';

const { operators, units, steps: words } = strings.audiences;

type Content = AudienceFields['content'] | JourneyFields['content'];
type Names = Record<string, string>;

/** The model of an audience, the audience of a journey. */
export function nameOfStart(content: Content, names: Names): string {
  const id = 'modelId' in content ? content.modelId : content.audienceId;
  return names[id] ?? id;
}

/** Each condition, or each step, in words. */
export const partsOf = (content: Content, names: Names): string[] =>
  'modelId' in content ? content.conditions.map(conditionWords) : content.steps.map((step) => stepWords(step, names));

/** All of it in a sentence. */
export const summaryOf = (content: Content, names: Names): string =>
  [nameOfStart(content, names), ...partsOf(content, names)].join('; ');

const conditionWords = ({ column, operator, value }: Condition): string =>
  [column, operators[operator], ...(value === null ? [] : [String(value)])].join(' ');

const stepWords = (step: Step, names: Names): string =>
  step.kind === 'wait'
    ? words.waits(step.amount, units[step.unit])
    : words.enters(names[step.destinationId] ?? step.destinationId, step.object);
