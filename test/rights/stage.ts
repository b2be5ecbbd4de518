import type { WorkspaceSettings } from '@imprimatur/contracts';
import { modelContent, syncContent } from '@imprimatur/testing';
import type { InProcessWorld } from '../e2e/in-process-world.ts';
import { PASSWORD } from '../e2e/world.ts';
import { Client } from './client.ts';
import { testedRoles, type TestedRole } from './roles.ts';
import { workspaceOf } from './workspace-of.ts';

export interface Ends {
  sourceA: string;
  sourceB: string;
  destinationA: string;
  destinationB: string;
}

export interface Saved {
  id: string;
  revision: number;
  version: number | null;
  requestId: string | null;
}

export type End = 'A' | 'B';

/** A workspace in which every role of the matrix is held by one member, with two sources and two destinations. */
export class Stage {
  private made = 0;

  private constructor(
    readonly world: InProcessWorld,
    readonly slug: string,
    readonly workspaceId: string,
    /** An Admin who prepares everything, and is nobody's column. */
    readonly boss: Client,
    /** Another such Admin, who is asked to review everything and never does. */
    readonly judgeId: string,
    readonly members: ReadonlyMap<TestedRole, Client>,
    readonly ends: Ends,
    readonly roleIds: ReadonlyMap<TestedRole, string>,
  ) {}

  /** Everybody can edit everything at first, so that each can have work of their own; {@link assignRoles} ends that. */
  static async set(world: InProcessWorld, slug: string): Promise<Stage> {
    const mailOf = (index: number): string => `member-${index}@${slug}.example`;
    const members = testedRoles.map(({ name }, index) => ({
      ...{ key: name, name, email: mailOf(index), password: PASSWORD },
      roleKey: 'workspace-editor' as const,
    }));
    const admin = (key: string) => ({
      ...{ key, name: key, email: `${key}@${slug}.example`, password: PASSWORD },
      roleKey: 'admin' as const,
    });
    const [boss, judge] = [admin('boss'), admin('judge')];
    const seed = { slug, name: slug, plan: 'business' as const };
    const { workspaceId, memberIds } = await workspaceOf(world.databaseUrl('identity-roles'), {
      ...seed,
      members: [boss, judge, ...members],
    });
    const signIn = (email: string): Promise<Client> =>
      Client.signIn(world, { email, password: PASSWORD, workspace: slug });
    const bossClient = await signIn(boss.email);
    const clients = new Map<TestedRole, Client>();
    for (const [index, role] of testedRoles.entries()) clients.set(role, await signIn(mailOf(index)));
    const ends = await connections(world, bossClient);
    const roleIds = await rolesOf(bossClient, ends);
    const stage = new Stage(world, slug, workspaceId, bossClient, memberIds['judge']!, clients, ends, roleIds);
    await stage.settings({ requireApprovals: true });
    for (const client of [bossClient, ...clients.values()]) await mute(client);
    return stage;
  }

  source = (end: End): string => (end === 'A' ? this.ends.sourceA : this.ends.sourceB);
  destination = (end: End): string => (end === 'A' ? this.ends.destinationA : this.ends.destinationB);

  /** A name that nothing else here has. */
  name(what: string): string {
    return `${what} ${++this.made}`;
  }

  async settings(patch: Partial<WorkspaceSettings>): Promise<void> {
    const { etag } = await this.boss.get('/workspace');
    await this.boss.must({ method: 'PATCH', path: '/workspace/settings', body: patch, ifMatch: etag! });
  }

  /** From now on, each member has the role of their column. */
  async assignRoles(): Promise<void> {
    for (const [role, { memberId }] of this.members) {
      const path = `/members/${memberId}`;
      const { etag } = await this.boss.get(path);
      await this.boss.must({ method: 'PATCH', path, body: { roleId: this.roleIds.get(role) }, ifMatch: etag! });
    }
  }

  /** A model on a source, published by the boss unless told otherwise. */
  async model(end: End, over: object = {}, by = this.boss): Promise<Saved> {
    const body = { name: this.name('Model'), sourceId: this.source(end), content: modelContent() };
    return (await by.post('/models', { ...body, action: 'publish_now', ...this.asking(over) })).body as Saved;
  }

  /** A sync of a model to a destination, published by the boss unless told otherwise. */
  async sync(modelId: string, to: End, over: object = {}, by = this.boss): Promise<Saved> {
    const body = { name: this.name('Sync'), content: this.syncTo(modelId, to) };
    return (await by.post('/syncs', { ...body, action: 'publish_now', ...this.asking(over) })).body as Saved;
  }

  syncTo(modelId: string, to: End, object = 'contacts'): ReturnType<typeof syncContent> {
    return syncContent({ configuration: { modelId, destinationId: this.destination(to), object } });
  }

  /** Submitting always asks the judge. */
  asking<T extends object>(over: T): T & { reviewers?: string[] } {
    return 'action' in over && over.action === 'submit' ? { reviewers: [this.judgeId], ...over } : over;
  }
}

/** Who is told what is not what this is about, and some thousand mails take their time. */
async function mute(member: Client): Promise<void> {
  const path = '/notification-preferences';
  const { body, etag } = await member.get(path);
  const nothing = Object.fromEntries(Object.keys(body as object).map((about) => [about, false]));
  await member.must({ method: 'PUT', path, body: nothing, ifMatch: etag! });
}

async function connections(world: InProcessWorld, boss: Client): Promise<Ends> {
  const make = async (kind: 'sources' | 'destinations', name: string): Promise<string> => {
    const { connection } = kind === 'sources' ? world.warehouse : world.crm;
    return (await boss.post(`/${kind}`, { type: 'postgres', name, ...connection })).body.id as string;
  };
  return {
    sourceA: await make('sources', 'Source A'),
    sourceB: await make('sources', 'Source B'),
    destinationA: await make('destinations', 'Destination A'),
    destinationB: await make('destinations', 'Destination B'),
  };
}

async function rolesOf(boss: Client, ends: Ends): Promise<Map<TestedRole, string>> {
  const { items } = (await boss.get('/roles')).body as { items: { id: string; name: string }[] };
  const ids = new Map<TestedRole, string>();
  for (const role of testedRoles) {
    const builtIn = items.find(({ name }) => name === role.name)?.id;
    const id = role.document === undefined ? builtIn : await customRole(boss, role.name, role.document(ends));
    if (id === undefined) throw new Error(`there is no role ${role.name}`);
    ids.set(role, id);
  }
  return ids;
}

async function customRole(boss: Client, name: string, document: object): Promise<string> {
  return (await boss.post('/roles', { name, ...document })).body.id as string;
}
