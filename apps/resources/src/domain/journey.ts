/** A **journey** is what happens, step by step, to those who enter an audience; its steps name destinations. */
import { canView, type AppAbility } from '@imprimatur/abilities';
import type { JourneyContent } from '@imprimatur/contracts';
import type { LiveResource } from './live-resource.ts';

export type Journey = LiveResource<JourneyContent>;

/** Those its steps name, each once, by id. */
export const destinationsOf = ({ steps }: JourneyContent): string[] => [
  ...new Set(steps.flatMap((step) => (step.kind === 'enter_destination' ? [step.destinationId] : [])).toSorted()),
];

/** Who may not look where the journey begins, or at one of the places it leads to, does not see it. */
export const canViewJourney = (
  ability: AppAbility,
  { sourceId, content }: Pick<Journey, 'sourceId' | 'content'>,
): boolean =>
  canView(ability, { kind: 'source', id: sourceId }) &&
  destinationsOf(content).every((id) => canView(ability, { kind: 'destination', id }));
