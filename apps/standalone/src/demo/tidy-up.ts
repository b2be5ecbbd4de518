import { until } from '../api/until.ts';
import type { Stage } from './stage.ts';

/** Leaves the workspace as it was found: what the story made is deleted, the latest first, and approvals are off again. */
export async function tidyUp(stage: Stage): Promise<void> {
  const { erin, ada, narrator } = stage;
  narrator.chapter('Afterwards');
  await narrator.step('Everything the story made is removed, approvals are off again', async () => {
    for (const { path, id } of stage.made.toReversed()) {
      // A draft whose request has just been decided is still in review for a moment, and changes once more when it no longer is.
      await until(`${path}/${id} to be deleted`, async () => {
        const { etag } = await erin.call('GET', `${path}/${id}`, undefined, { expect: [200, 404] });
        if (etag === null) return true;
        const options = { expect: [204, 404, 409, 412], ifMatch: etag };
        const { status } = await erin.call('DELETE', `${path}/${id}`, undefined, options);
        return status === 409 || status === 412 ? undefined : true;
      });
    }
    await stage.requireApprovals(ada, false, [200]);
    return { tell: `${stage.made.length} resources deleted`, result: undefined };
  });
}
