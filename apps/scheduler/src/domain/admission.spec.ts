import { admit } from './admission.ts';

const scheduled = { trigger: 'schedule', rechecked: false } as const;
const rechecked = { trigger: 'schedule', rechecked: true } as const;
const manual = { trigger: 'manual', rechecked: false } as const;

describe('a run at the gate', () => {
  it.each([scheduled, rechecked, manual])('starts when nothing is in the way: %p', (run) => {
    expect(admit(run, [], 'MODEL_NOT_PUBLISHED')).toEqual({ kind: 'start' });
  });

  it('of a schedule is looked at once more before it is refused', () => {
    expect(admit(scheduled, ['MODEL_NOT_PUBLISHED'], null)).toEqual({ kind: 'recheck' });
  });

  it('of a schedule is refused at the second look, with its first reason and all of them', () => {
    const codes = ['MODEL_NOT_PUBLISHED' as const, 'BINDING_MISMATCH' as const];
    expect(admit(rechecked, codes, null)).toEqual({ kind: 'refuse', code: codes[0], codes, announce: true });
  });

  it('of a member is refused at once and always announced', () => {
    const codes = ['SYNC_PAUSED' as const];
    expect(admit(manual, codes, 'SYNC_PAUSED')).toEqual({ kind: 'refuse', code: codes[0], codes, announce: true });
  });
});

describe('the refusal of a schedule', () => {
  it('is not announced again for the reason that was announced last', () => {
    expect(admit(rechecked, ['MODEL_NOT_PUBLISHED', 'BINDING_MISMATCH'], 'MODEL_NOT_PUBLISHED')).toMatchObject({
      announce: false,
    });
  });

  it('is announced when the reason has changed', () => {
    expect(admit(rechecked, ['BINDING_MISMATCH'], 'MODEL_NOT_PUBLISHED')).toMatchObject({ announce: true });
  });
});
