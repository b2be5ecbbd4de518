import { serviceFor } from '@imprimatur/contracts';
import { eventually } from '@imprimatur/testing';
import { Governed } from '../model/governed.ts';
import type { Answer, HttpRequest } from '../model/plan.ts';
import type { RoleKey } from '../model/roles.ts';
import type { Governing, GovernedWorld } from './governed-world.ts';
import type { Observer } from './observer.ts';
import { cast, memberNames, type Connections, type MemberName, type Seeds } from './seed.ts';
import type { Snapshot } from './snapshot.ts';

/** Whoever starts with a role that no workspace is seeded with. */
const others: Partial<Record<MemberName, RoleKey>> = {
  ben: 'keeper of X',
  sam: 'reviewing drafter',
  kim: 'half publisher',
};

const TOKEN_SECONDS = 3_600;

/** One workspace of the running system, asked by its members over HTTP. */
export class Workspace {
  private readonly signedIn = new Map<string, { seq: number; token: string }>();

  private constructor(
    private readonly world: GovernedWorld,
    private readonly observer: Observer,
    readonly id: string,
    private readonly memberIds: Readonly<Record<string, string>>,
  ) {}

  /** A fresh one with everybody in it, two sources, A and B, and two destinations, X and Y; approvals are required. */
  static async found(
    world: GovernedWorld,
    observer: Observer,
    seeds: Seeds,
  ): Promise<{ workspace: Workspace; governed: Governed }> {
    const { workspaceId, memberIds } = await seeds.workspace();
    const workspace = new Workspace(world, observer, workspaceId, memberIds);
    for (const name of memberNames) await workspace.signIn(name, 1);
    await workspace.rest();
    const connections = await workspace.connect();
    const roleIds = await seeds.roles(workspaceId, connections);
    await workspace.mustDo('ada', {
      ...{ method: 'PATCH', path: '/workspace/settings', ifMatch: '1' },
      body: { requireApprovals: true },
    });
    const governed = new Governed(
      { requireApprovals: true, selfApproval: 'publishers', requiredApprovals: 1, modelDraftPolicy: 'hold' },
      2,
    );
    for (const [name, id] of Object.entries({ ...memberIds, ...roleIds, ...connections })) governed.ids.set(name, id);
    governed.members = memberNames.map((name) => ({ name, role: cast[name], active: true, version: 1 }));
    for (const [name, role] of Object.entries(others)) {
      const body = { roleId: roleIds[role] };
      await workspace.mustDo('ada', { method: 'PATCH', path: `/members/${memberIds[name]}`, body, ifMatch: '1' });
      Object.assign(governed.member(name), { role, version: 2 });
    }
    await workspace.rest();
    return { workspace, governed };
  }

  /** As the member is by now: whoever was kept out in between has to sign in anew. */
  async signIn(name: string, seq: number): Promise<void> {
    if (this.signedIn.get(name)?.seq === seq) return;
    const member = { id: this.memberIds[name]!, workspaceId: this.id };
    const token = await this.world.signer.tokenFor(member, { seq, expiresInSeconds: TOKEN_SECONDS });
    this.signedIn.set(name, { seq, token });
  }

  /** Again while rights cannot be confirmed, as the answer says: on a busy machine their news comes late. */
  send(by: string, request: HttpRequest): Promise<Answer> {
    return eventually(
      async () => {
        const answer = await this.sendOnce(by, request);
        if (answer.status === 503) throw new Error(`${request.method} ${request.path}: ${JSON.stringify(answer.body)}`);
        return answer;
      },
      { timeoutMs: 60_000, everyMs: 200 },
    );
  }

  private async sendOnce(by: string, { method, path, body, ifMatch }: HttpRequest): Promise<Answer> {
    const url = `/api/v1${path}`;
    const service = serviceFor(url.split('?')[0]!) as Governing;
    const headers = {
      authorization: `Bearer ${this.signedIn.get(by)?.token}`,
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    };
    const answer = await this.world.app(service).app.inject({ method, url, headers, ...(body && { payload: body }) });
    return { status: answer.statusCode, body: answer.body === '' ? null : JSON.parse(answer.body) };
  }

  /** Waits until what was started is done and known everywhere. */
  rest(): Promise<Snapshot> {
    return this.observer.settled(this.id);
  }

  private async connect(): Promise<Connections> {
    const connections: Connections = {};
    const places = { A: 'source', B: 'source', X: 'destination', Y: 'destination' } as const;
    for (const [letter, kind] of Object.entries(places)) {
      const { connection } = kind === 'source' ? this.world.warehouse : this.world.crm;
      const body = { name: letter, type: 'postgres', ...connection };
      connections[letter] = (await this.mustDo('ada', { method: 'POST', path: `/${kind}s`, body })).body.id as string;
    }
    return connections;
  }

  private async mustDo(by: string, request: HttpRequest): Promise<Answer> {
    const answer = await this.send(by, request);
    if (answer.status < 300) return answer;
    throw new Error(`${request.method} ${request.path} is answered with ${JSON.stringify(answer)}`);
  }
}
