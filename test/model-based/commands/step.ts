import fc from 'fast-check';
import type { Governed } from '../model/governed.ts';
import type { Answer, Plan, Planner } from '../model/plan.ts';
import { readTags } from '../world/tags.ts';
import type { Workspace } from '../world/workspace.ts';
import { differences } from './differences.ts';
import type { Invariants } from './invariants.ts';
import type { Tally } from './tally.ts';

/** A workspace of the running system, with what is remembered of it from step to step. */
export interface Governance {
  workspace: Workspace;
  invariants: Invariants;
  tally: Tally;
}

/**
 * One command by one member. Several plans are given one right after the other, without waiting for what comes of the first; each
 * is made when the one before was answered.
 */
export class Step<Choice> implements fc.AsyncCommand<Governed, Governance> {
  private readonly said: string[] = [];

  constructor(
    private readonly name: string,
    private readonly choice: Choice,
    private readonly stages: Planner<Choice>[],
  ) {}

  check(governed: Readonly<Governed>): boolean {
    const plan = this.stages[0]!(governed, this.choice);
    if (plan === null) return false;
    const changes = plan.refusals.length === 0 && plan.request.method !== 'GET' && governed.member(plan.by).active;
    return changes || governed.failing === null || governed.failing === this.choice;
  }

  async run(governed: Governed, governance: Governance): Promise<void> {
    const { workspace, invariants, tally } = governance;
    const wrong: string[] = [];
    for (const stage of this.stages) {
      const planned = stage(governed, this.choice);
      if (planned === null) break;
      const { active, version } = governed.member(planned.by);
      if (active) await workspace.signIn(planned.by, version);
      const plan = active ? planned : lockedOut(planned);
      this.said.push(plan.says);
      const answer = await workspace.send(plan.by, plan.request);
      const code = codeOf(answer);
      tally.count(this.name, code);
      this.said.push(code === null ? '→ accepted' : `→ ${code}`);
      wrong.push(...judged(plan, answer, code));
      if (wrong.length > 0) break;
      if (code === null) plan.accepted(answer);
      else plan.refused?.(answer);
    }
    const snapshot = await workspace.rest();
    readTags(governed, snapshot);
    wrong.push(...invariants.broken(snapshot), ...(wrong.length > 0 ? [] : differences(governed, snapshot)));
    if (wrong.length > 0) throw new RuleBroken(`${this.toString()}\n  ${wrong.join('\n  ')}`, this.choice);
  }

  toString(): string {
    return `\n  ${this.said.join(' ')}`;
  }

  /** What is said is said of one run only. */
  [fc.cloneMethod](): Step<Choice> {
    return new Step(this.name, this.choice, this.stages);
  }
}

export class RuleBroken extends Error {
  constructor(
    message: string,
    /** Of the command that showed it. */
    readonly choice: unknown,
  ) {
    super(message);
  }
}

const lockedOut = ({ says, by, request, accepted }: Plan): Plan => ({
  ...{ says, by, request, accepted },
  refusals: ['session.ended'],
});

/** null: it was accepted. */
function codeOf({ status, body }: Answer): string | null {
  if (status < 300) return null;
  return status === 404 ? 'not-found' : ((body?.code as string | undefined) ?? String(status));
}

function judged({ refusals, orRefused = [], wrongAnswer }: Plan, answer: Answer, code: string | null): string[] {
  const other = wrongAnswer?.(answer) ?? null;
  if (code === null && refusals.length > 0)
    return [`it is accepted, and must be refused with ${refusals.join(' or ')}`];
  if (code !== null && ![...refusals, ...orRefused].includes(code)) {
    const must = refusals.length === 0 ? 'be accepted' : `be refused with ${refusals.join(' or ')}`;
    return [`it is refused with ${code}, and must ${must}: ${JSON.stringify(answer.body)}`];
  }
  return other === null ? [] : [other];
}
