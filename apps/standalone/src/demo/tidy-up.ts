import { until } from '../api/until.ts';
import type { Stage } from './stage.ts';

/** Leaves the workspace as it was found: what the story made is deleted, the latest first, and approvals are off again. */
export async function tidyUp(stage: Stage): Promise<void> {
  const { erin, ada, narrator } = stage;
  narrator.chapter('Afterwards');
  await narrator.step('Everything the story made is removed, approvals are off again', async () => {
    for (const { path, id } of stage.made.toReversed()) {
      // A draft whose request has just been decided is still in review for a moment.
      await until(`${path}/${id} to be deleted`, async () => {
        const { etag } = await erin.call('GET', `${path}/${id}`, undefined, { expect: [200, 404] });
        const options = { expect: [200, 204, 404, 409], ...(etag === null ? {} : { ifMatch: etag }) };
        const { status } = await erin.call('DELETE', `${path}/${id}`, undefined, options);
        return status === 409 ? undefined : true;
      });
    }
    await stage.requireApprovals(ada, false, [200]);
    return { tell: `${stage.made.length} resources deleted`, result: undefined };
  });
}
