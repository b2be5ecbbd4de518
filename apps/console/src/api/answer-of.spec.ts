import { answerOf } from './answer-of.ts';
import type { ProblemError } from './problem-error.ts';

const refused = (status: number, error: unknown) =>
  answerOf(Promise.resolve({ error, response: new Response(null, { status }) })).catch((thrown: unknown) => thrown);
const broken = (cause: unknown) => answerOf(Promise.reject(cause as Error)).catch((thrown: unknown) => thrown);
const problemOf = (thrown: unknown) => {
  const { problem, isPassing } = thrown as ProblemError;
  return { status: problem.status, code: problem.code, isPassing };
};

describe('the answer of the server', () => {
  it('is what it answered', async () => {
    const response = new Response(null, { status: 200 });
    expect(await answerOf(Promise.resolve({ data: { id: 1 }, response }))).toEqual({ id: 1 });
  });

  it('is the problem that it named', async () => {
    const problem = { code: 'model.not-found', title: 'Not found', status: 404, detail: 'None.' };
    expect(problemOf(await refused(404, problem))).toEqual({ status: 404, code: 'model.not-found', isPassing: false });
  });

  it.each([
    [413, '<html>413 Request Entity Too Large</html>', false],
    [500, { code: 1, title: null }, false],
    [502, '<html>502 Bad Gateway</html>', true],
    [503, undefined, true],
    [504, '', true],
  ])('is none that can be read where a gateway says it instead: %d', async (status, body, isPassing) => {
    expect(problemOf(await refused(status, body))).toEqual({ status, code: 'unreadable', isPassing });
  });

  it('is none where nothing arrives, or something else than was meant', async () => {
    expect(problemOf(await broken(new TypeError('Failed to fetch')))).toMatchObject({ code: 'network', status: 0 });
    expect(problemOf(await broken(new SyntaxError('Unexpected token <')))).toMatchObject({ code: 'unreadable' });
  });

  it('is not asked for what a program did wrong', async () => {
    const mistake = new RangeError('of ours');
    expect(await broken(mistake)).toBe(mistake);
  });
});
