/** A **journey** is what happens, step by step, to those who enter an audience; its steps name destinations. */
import { canView, type AppAbility } from '@imprimatur/abilities';
import type { JourneyContent } from '@imprimatur/contracts';
import type { LiveResource } from './live-resource.ts';

export type Journey = LiveResource<JourneyContent>;

/** Those its steps name, each once, by id. */
export const destinationsOf = ({ steps }: JourneyContent): string[] => [
  ...new Set(steps.flatMap((step) => (step.kind === 'enter_destination' ? [step.destinationId] : [])).toSorted()),
];

/** Where the journey begins and where it leads: who may not look at one of them does not see it. */
export const canViewJourney = (
  ability: AppAbility,
  { sourceId, destinationIds }: { sourceId: string; destinationIds: readonly string[] },
): boolean =>
  canView(ability, { kind: 'source', id: sourceId }) &&
  destinationIds.every((id) => canView(ability, { kind: 'destination', id }));
