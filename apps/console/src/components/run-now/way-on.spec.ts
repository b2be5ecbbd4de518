import { wayOnFrom, type Blocked } from './way-on.ts';

const blocked: Blocked = { syncId: 's', modelId: 'm', syncRequestId: null, modelRequestId: null };

describe('the way on from a refusal', () => {
  it('leads to the request that would publish what is in the way', () => {
    const inReview = { ...blocked, syncRequestId: 'rs', modelRequestId: 'rm' };
    expect(wayOnFrom('SYNC_NOT_PUBLISHED', inReview)).toEqual({ to: 'request', id: 'rs' });
    expect(wayOnFrom('MODEL_NOT_PUBLISHED', inReview)).toEqual({ to: 'request', id: 'rm' });
    expect(wayOnFrom('MODEL_HAS_UNPUBLISHED_CHANGES', inReview)).toEqual({ to: 'request', id: 'rm' });
  });

  it('leads to what is in the way where nobody has asked to publish it', () => {
    expect(wayOnFrom('SYNC_NOT_PUBLISHED', blocked)).toEqual({ to: 'sync', id: 's' });
    expect(wayOnFrom('MODEL_HAS_UNPUBLISHED_CHANGES', blocked)).toEqual({ to: 'model', id: 'm' });
    expect(wayOnFrom('MODEL_NOT_PUBLISHED', { ...blocked, modelId: null })).toEqual({ to: 'sync', id: 's' });
    expect(wayOnFrom('BINDING_MISMATCH', blocked)).toEqual({ to: 'editSync', id: 's' });
    expect(wayOnFrom('SYNC_PAUSED', blocked)).toEqual({ to: 'sync', id: 's' });
    expect(wayOnFrom('PREVIOUS_RUN_ACTIVE', blocked)).toEqual({ to: 'runs', id: 's' });
  });

  it('leads nowhere when the sync is gone', () => {
    expect(wayOnFrom('SYNC_DELETED', blocked)).toBeNull();
  });
});
