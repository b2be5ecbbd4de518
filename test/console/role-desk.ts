import type { Session } from '../e2e/session.ts';

export async function switchApprovalsOn(ada: Session): Promise<void> {
  const { headers } = await ada.get('/workspace').expect(200);
  await ada
    .patch('/workspace/settings', { requireApprovals: true })
    .set('if-match', headers.etag as string)
    .expect(200);
}
