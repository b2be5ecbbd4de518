import { holdRequests, untilNotHeld } from './held-requests.ts';

const request = (path: string, method = 'GET') => new Request(`http://localhost/api/v1${path}`, { method });

/** Whether it goes on by itself. */
async function goesOn(asked: Request): Promise<boolean> {
  const waiting = Symbol();
  const later = new Promise((resolve) => setTimeout(resolve, 0, waiting));
  return (await Promise.race([untilNotHeld(asked), later])) !== waiting;
}

describe('what is being deleted', () => {
  it('is not asked for, nor any part of it, until that is known', async () => {
    const release = holdRequests('one');
    const asked = [request('/models/one'), request('/models/one/versions'), request('/runs?syncId=one')];
    expect(await Promise.all(asked.map(goesOn))).toEqual([false, false, false]);
    const waiting = untilNotHeld(asked[0]!);
    release();
    await waiting;
    expect(await Promise.all(asked.map(goesOn))).toEqual([true, true, true]);
  });

  it('is deleted nevertheless, and others are asked for', async () => {
    const release = holdRequests('one');
    expect(await goesOn(request('/models/one', 'DELETE'))).toBe(true);
    expect(await goesOn(request('/models/other'))).toBe(true);
    release();
  });

  it('waits for the last of several who delete it', async () => {
    const [first, second] = [holdRequests('one'), holdRequests('one')];
    first();
    expect(await goesOn(request('/models/one'))).toBe(false);
    second();
    expect(await goesOn(request('/models/one'))).toBe(true);
  });
});
