import { RoleState, type RoleDocument } from '@imprimatur/contracts';
import { identityRolesEntities, seedWorkspace, type SeededWorkspace } from '@imprimatur/identity-roles';
import { derivedId, newId } from '@imprimatur/kernel';
import { appendEvents, newEvent, systemCause } from '@imprimatur/messaging';
import { createDataSource, createLogger } from '@imprimatur/service-kit';
import type { DataSource } from 'typeorm';
import { builtInRoles, customRoles, type BuiltInKey, type Grants, type Role } from '../model/roles.ts';

/** Who is there, and with which built-in role they start. */
export const cast = {
  ada: 'admin',
  erin: 'workspace-editor',
  dana: 'workspace-draft-editor',
  ben: 'source-admin',
  sam: 'workspace-viewer',
  kim: 'workspace-viewer',
} as const satisfies Record<string, BuiltInKey>;
export type MemberName = keyof typeof cast;
export const memberNames = Object.keys(cast) as MemberName[];

/** Where a source or destination of a workspace is, by its letter. */
export type Connections = Record<string, string>;

/** Puts workspaces into the database of identity-roles as the operator's command would. */
export class Seeds {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly dataSource: DataSource) {}

  static async on(url: string): Promise<Seeds> {
    const options = { url, poolSize: 2, entities: identityRolesEntities, migrations: [], applicationName: 'seeds' };
    return new Seeds(await createDataSource(options, createLogger('seeds', 'error')).initialize());
  }

  /** One at a time: that is how the product makes them, and who waits for that holds a connection. */
  workspace(): Promise<SeededWorkspace> {
    const made = this.last.then(() => this.seed());
    this.last = made.catch(() => undefined);
    return made;
  }

  private seed(): Promise<SeededWorkspace> {
    const slug = `w-${newId()}`;
    // The same accounts everywhere: their passwords are hashed once.
    const members = memberNames.map((name) => ({
      ...{ key: name, name, email: `${name}@example.com`, password: 'correct horse battery staple' },
      roleKey: cast[name],
    }));
    return seedWorkspace(this.dataSource, { slug, name: slug, plan: 'business', members });
  }

  /** Ids by key: of the roles that every workspace has, and of custom ones, which are added. */
  async roles(workspaceId: string, connections: Connections): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const key of Object.keys(builtInRoles)) ids[key] = derivedId(workspaceId, key);
    await this.dataSource.transaction(async (tx) => {
      for (const [key, role] of Object.entries(customRoles)) {
        const id = (ids[key] = newId());
        const document = roleDocument(id, role, (letter) => connections[letter]!);
        await tx.query(
          `insert into role (workspace_id, id, built_in, document, deleted, seq) values ($1, $2, null, $3, false, 1)`,
          [workspaceId, id, JSON.stringify(document)],
        );
        const state = { id, workspaceId, seq: 1, deleted: false, role: document };
        await appendEvents(tx, systemCause(), [newEvent(RoleState, workspaceId, id, state)]);
      }
    });
    return ids;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}

/** The role as the product takes it. */
export function roleDocument(id: string, role: Role, idOf: (letter: string) => string): RoleDocument {
  const has = (right: keyof RoleDocument['workspace']): boolean => role.workspace.includes(right);
  const scoped = (grants: Grants) =>
    Object.entries(grants).map(([scope, grant]) => ({
      ...grant!,
      scope: scope === 'all' ? 'all' : idOf(scope),
    }));
  return {
    ...{ id, name: role.name, builtIn: false },
    workspace: {
      ...{ settings: has('settings'), members: has('members'), roles: has('roles') },
      ...{ audiences: has('audiences'), journeys: has('journeys'), auditLog: has('auditLog') },
    },
    sources: scoped(role.sources),
    destinations: scoped(role.destinations).map(({ scope, view, configure, syncs, approve, run }) => ({
      ...{ scope, view, configure, syncs, approve, run },
    })),
  };
}
