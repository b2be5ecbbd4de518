import type { DestinationGrant, RoleDocument, SourceGrant } from '@imprimatur/contracts';
import fc from 'fast-check';
import {
  canApprove,
  canConfigure,
  canCreate,
  canPreview,
  canRun,
  canView,
  canWorkspace,
  defineAbilityFor,
  levelOn,
} from './index.ts';
import { role } from './role.fixture.ts';

const level = fc.constantFrom('none', 'draft', 'publish');
const rights = { view: fc.boolean(), configure: fc.boolean(), syncs: level, approve: fc.boolean(), run: fc.boolean() };
const grantsOf = <G extends SourceGrant | DestinationGrant>(grant: (scope: string) => fc.Arbitrary<G>) =>
  fc.subarray(['all', 'a', 'b']).chain((scopes) => fc.tuple(...scopes.map(grant)));

const sources = grantsOf((scope) => fc.record({ scope: fc.constant(scope), models: level, ...rights }));
const destinations = grantsOf((scope) => fc.record({ scope: fc.constant(scope), ...rights }));

/** Any role whose grants are on two sources, two destinations and the others; each scope named once, `view` left out here and there. */
export const arbitraryRole: fc.Arbitrary<RoleDocument> = fc
  .record({ sources, destinations, audiences: fc.boolean(), journeys: fc.boolean() })
  .map(({ sources: onSources, destinations: onDestinations, ...workspace }) => {
    const document = role(onSources, onDestinations);
    return { ...document, workspace: { ...document.workspace, ...workspace } };
  });

const ends = ['a', 'b', 'one that no grant names'];

/** Everything that a role allows, on every end and pair of ends there is to tell apart; each entry is a right and how much there is of it. */
export function allowances(document: RoleDocument): Map<string, number> {
  const ability = defineAbilityFor(document);
  const given = new Map<string, number>();
  const levels = { none: 0, draft: 1, publish: 2 };
  const seesSource = ends.some((id) => canView(ability, { kind: 'source', id }));
  for (const right of ['audiences', 'journeys'] as const) {
    given.set(right, Number(canWorkspace(ability, right) && seesSource));
  }
  for (const kind of ['source', 'destination'] as const) {
    given.set(`create ${kind}`, Number(canCreate(ability, kind)));
    for (const id of ends) {
      given.set(`view ${kind} ${id}`, Number(canView(ability, { kind, id })));
      given.set(`configure ${kind} ${id}`, Number(canConfigure(ability, { kind, id })));
    }
  }
  for (const sourceId of ends) {
    const model = { kind: 'model', sourceId } as const;
    given.set(`save model ${sourceId}`, levels[levelOn(ability, model)]);
    given.set(`approve model ${sourceId}`, Number(canApprove(ability, model)));
    given.set(`preview ${sourceId}`, Number(canPreview(ability, model)));
    for (const destinationId of ends) {
      const sync = { kind: 'sync', ends: [{ sourceId, destinationId }] } as const;
      const pair = `sync ${sourceId} to ${destinationId}`;
      given.set(`view ${pair}`, Number(canView(ability, sync)));
      given.set(`save ${pair}`, levels[levelOn(ability, sync)]);
      given.set(`approve ${pair}`, Number(canApprove(ability, sync)));
      given.set(`run ${pair}`, Number(canRun(ability, sync)));
    }
  }
  return given;
}
