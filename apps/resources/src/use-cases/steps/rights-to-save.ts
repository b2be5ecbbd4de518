import type { Actor, Caller, PresentRights } from '@imprimatur/access';
import type { EntityManager } from 'typeorm';
import type { SaveAction } from '../../domain/save-decision.ts';

/** The member as a save is judged on them: confirmed, when it makes something live. */
export const rightsToSave = (
  rights: PresentRights,
  tx: EntityManager,
  caller: Caller,
  action: SaveAction,
): Promise<Actor> => (action === 'publish_now' ? rights.confirmed(tx, caller) : rights.of(tx, caller));
