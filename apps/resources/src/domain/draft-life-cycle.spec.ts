import { DomainError } from '@imprimatur/kernel';
import {
  draftLifeCycle,
  nextDraftState,
  type DraftCommand,
  type DraftState,
  type RequestOutcome,
} from './draft-life-cycle.ts';

const commands: DraftCommand[] = ['save', 'rebase', 'submit', 'publish', 'delete'];
const outcomes: RequestOutcome[] = ['withdrawn', 'deleted', 'published'];
const states: DraftState[] = ['none', 'editing', 'in_review'];

// domain.md §4, written down once more by hand: what is not here must be refused.
const legal: [DraftState, DraftCommand | RequestOutcome, DraftState][] = [
  ['none', 'save', 'editing'],
  ['editing', 'save', 'editing'],
  ['editing', 'rebase', 'editing'],
  ['editing', 'submit', 'in_review'],
  ['editing', 'publish', 'none'],
  ['editing', 'delete', 'none'],
  ['in_review', 'withdrawn', 'editing'],
  ['in_review', 'deleted', 'none'],
  ['in_review', 'published', 'none'],
];

const draftIn = (state: DraftState) =>
  state === 'none' ? null : { state, requestId: state === 'in_review' ? 'request-7' : null };

const refusalOf = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('the life cycle of a draft', () => {
  it('has exactly the transitions of the rule book', () => {
    const all = states.flatMap((from) =>
      [...commands, ...outcomes].flatMap((by) => {
        const to = draftLifeCycle[from][by];
        return to === undefined ? [] : [[from, by, to]];
      }),
    );
    expect(all).toEqual(expect.arrayContaining(legal));
    expect(all).toHaveLength(legal.length);
  });

  it('reaches every state and leaves every state', () => {
    const reached = states.flatMap((state) => Object.values(draftLifeCycle[state]));
    expect(new Set(reached)).toEqual(new Set(states));
    expect(states.filter((state) => Object.keys(draftLifeCycle[state]).length === 0)).toEqual([]);
  });

  describe.each(states)('%s', (state) => {
    it.each(commands)('on %s', (command) => {
      const next = legal.find(([from, by]) => from === state && by === command)?.[2];
      if (next !== undefined) {
        expect(nextDraftState(draftIn(state), command)).toBe(next);
        return;
      }
      const refusal = refusalOf(() => nextDraftState(draftIn(state), command));
      expect(refusal).toMatchObject(
        state === 'in_review'
          ? { kind: 'conflict', code: 'draft.in-review', details: { requestId: 'request-7' } }
          : { kind: 'conflict', code: 'draft.illegal-transition', details: { state, command } },
      );
      if (state === 'none') expect(refusal.message).toContain(`${command} for a draft whose state is ${state}`);
    });
  });
});
