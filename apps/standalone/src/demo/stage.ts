import type { ApiClient, Answer } from '../api/api-client.ts';
import { until } from '../api/until.ts';
import type { Mail } from '../mailbox/mailbox.ts';
import { demoMembers } from '../seeds/demo-people.ts';
import { signInAs } from '../seeds/sign-in-as.ts';
import { check, type Narrator } from './narrator.ts';

export interface Run {
  id: string;
  trigger: 'manual' | 'schedule';
  status: string;
  code: string | null;
  codes: string[];
  syncVersion: number | null;
  modelVersion: number | null;
  counts: { read: number; added: number; changed: number; unchanged: number; rejected: number } | null;
}

export interface ApprovalRequest {
  id: string;
  number: number;
  status: string;
  items: { name: string; changes: unknown[] }[];
}

/** Who and what the story is played with, and the few questions that it asks again and again. */
export class Stage {
  readonly url: string;
  readonly narrator: Narrator;
  readonly ada: ApiClient;
  readonly dana: ApiClient;
  readonly erin: ApiClient;
  readonly reviewerId: string;
  readonly sourceId: string;
  readonly destinationId: string;
  /** Part of every name, so that the story can be told again and again. */
  readonly stamp: string;
  /** What was made on the way, to be removed at the end; later things refer to earlier ones. */
  readonly made: { path: '/models' | '/syncs'; id: string }[] = [];

  private constructor(
    url: string,
    narrator: Narrator,
    members: { ada: ApiClient; dana: ApiClient; erin: ApiClient },
    ids: { reviewerId: string; sourceId: string; destinationId: string },
  ) {
    this.url = url;
    this.narrator = narrator;
    this.ada = members.ada;
    this.dana = members.dana;
    this.erin = members.erin;
    this.reviewerId = ids.reviewerId;
    this.sourceId = ids.sourceId;
    this.destinationId = ids.destinationId;
    this.stamp = new Date().toISOString().replace(/\D/g, '').slice(4, 14);
  }

  /** Signs in the people of the workspace Story and looks up its ends. */
  static async set(url: string, narrator: Narrator): Promise<Stage> {
    const signIn = (name: string): Promise<ApiClient> => signInAs(url, name, 'story');
    const [ada, dana, erin, sofia] = await Promise.all(['Ada', 'Dana', 'Erin', 'Sofia'].map(signIn));
    const only = async (path: string): Promise<string> => {
      const { items } = await ada!.get<{ items: { id: string }[] }>(path);
      check(items.length > 0, `the workspace Story has nothing under ${path}; start afresh with npm start -- --reset`);
      return items[0]!.id;
    };
    const { member } = await sofia!.get<{ member: { id: string } }>('/session');
    const ids = { reviewerId: member.id, sourceId: await only('/sources'), destinationId: await only('/destinations') };
    return new Stage(url, narrator, { ada: ada!, dana: dana!, erin: erin! }, ids);
  }

  /** Switches Require approvals; the ETag says that nobody else changed the settings meanwhile. */
  async requireApprovals(admin: ApiClient, on: boolean, expect: number[]): Promise<Answer<{ code?: string }>> {
    const { etag } = await admin.call('GET', '/workspace');
    return admin.call('PATCH', '/workspace/settings', { requireApprovals: on }, { ifMatch: etag ?? '', expect });
  }

  /** The mails that arrived after one that is known, newest first. */
  async mails(after: number, to?: string): Promise<Mail[]> {
    const query = new URLSearchParams({ after: String(after), ...(to === undefined ? {} : { to: addressOf(to) }) });
    const response = await fetch(`${this.url}/mailbox.json?${query.toString()}`);
    return ((await response.json()) as { mails: Mail[] }).mails;
  }

  async lastMail(): Promise<number> {
    return (await this.mails(0))[0]?.id ?? 0;
  }

  runs(syncId: string): Promise<Run[]> {
    return this.erin.get<{ items: Run[] }>(`/runs?syncId=${syncId}`).then(({ items }) => items);
  }

  /** The first run of the sync, present or future, that is as wanted and not among those known. */
  run(syncId: string, what: string, wanted: (run: Run) => boolean, known: Run[] = []): Promise<Run> {
    const old = new Set(known.map(({ id }) => id));
    return until(what, async () => (await this.runs(syncId)).find((run) => !old.has(run.id) && wanted(run)), {
      withinMs: 40_000,
    });
  }

  /** The request once it has a status; unknown at first, since it is made a moment after the submission. */
  request(id: string, status: string): Promise<Answer<ApprovalRequest>> {
    return until(`request to be ${status}`, async () => {
      const answer = await this.erin.call<ApprovalRequest>('GET', `/approval-requests/${id}`, undefined, {
        expect: [200, 404],
      });
      return answer.status === 200 && answer.body.status === status ? answer : undefined;
    });
  }
}

export function addressOf(name: string): string {
  const member = demoMembers.find((candidate) => candidate.name === name);
  check(member !== undefined, `nobody is called ${name}`);
  return member.email;
}
