import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { RoleBody } from '@imprimatur/contracts';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { bodyOf, type RoleContent } from './role-content.ts';
import { flagsByCell, type FlagReason } from './without-effect.ts';

type Effect = components['schemas']['RoleEffect'];

/** A model or sync by its ends; one that is left out stands for any without a row. */
export interface Place {
  kind: 'model' | 'sync';
  sourceId?: string | undefined;
  destinationId?: string | undefined;
}

export interface RoleEffect extends Effect {
  /** What has no effect in the role that was asked about, by cell. */
  flags: Map<string, FlagReason>;
}

interface Question {
  /** The role as it is saved; empty for one that is not. */
  roleId: string;
  /** The role as it would be; null asks about the saved one, which every member may. */
  content: RoleContent | null;
  place: Place;
}

/** What a member with the role is offered there, and who could approve it, as the server says. */
export const roleEffectQuery = (roleId: string, content: RoleContent | null, place: Place) =>
  queryOptions({
    queryKey: ['roles', 'effect', roleId, content, place],
    queryFn: ({ signal }) => ask({ roleId, content, place }, signal),
    placeholderData: keepPreviousData,
  });

async function ask({ roleId, content, place }: Question, signal: AbortSignal): Promise<RoleEffect> {
  if (content === null) {
    const params = { path: { id: roleId }, query: place };
    const effect = await answerOf(api.GET('/api/v1/roles/{id}/effect', { signal, params }));
    return { ...effect, flags: new Map() };
  }
  const role = nameable(bodyOf(content));
  const body = { ...place, role, ...(roleId !== '' && { roleId }) };
  const effect = await answerOf(api.POST('/api/v1/roles/effect', { signal, body }));
  return { ...effect, flags: flagsByCell(role, effect.withoutEffect) };
}

/** A name that is being typed need not be one yet. */
function nameable({ name, ...grants }: RoleContent): Omit<RoleContent, 'name'> & { name?: string } {
  return RoleBody.shape.name.safeParse(name).success ? { name, ...grants } : grants;
}
