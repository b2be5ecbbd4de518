import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { World } from '../e2e/world.ts';
import { Traffic } from '../chaos/traffic.ts';
import { openLoop, summary } from './statistics.ts';

const PER_SECOND = 5;
const COUNT = 100;
const closely = { timeoutMs: 30_000, everyMs: 5 };

interface Sample {
  submitToMail: number;
  approveToPublished: number;
}

/** How long a member waits: from submit to the reviewer's mail, from approve to what resources shows as published. */
export async function measureLatency(world: World): Promise<void> {
  const traffic = await Traffic.in(world, `bench-${Date.now()}`);
  const erin = await Session.of(world, traffic.place, 'erin');
  await world.mails.next();
  const samples = await openLoop(PER_SECOND, COUNT, (n) => oneChange(world, traffic, erin, n + 1));
  console.log(`submit → mail accepted by SMTP:    ${summary(samples.map((sample) => sample.submitToMail))}`);
  console.log(`approve → published in resources:  ${summary(samples.map((sample) => sample.approveToPublished))}`);
}

async function oneChange(world: World, traffic: Traffic, erin: Session, n: number): Promise<Sample> {
  const submitted = performance.now();
  const { id, requestId } = await traffic.submit(n);
  await world.mails.next(({ text }) => text?.includes(requestId) === true, 30_000);
  const submitToMail = performance.now() - submitted;

  const request = `/approval-requests/${requestId}`;
  const { headers } = await eventually(() => erin.get(request).expect(200), closely);
  const approved = performance.now();
  await erin
    .post(`${request}/approve`)
    .set('if-match', headers.etag as string)
    .expect(202);
  await eventually(async () => {
    const { body } = await erin.get(`/models/${id}`).expect(200);
    if (body.published === null) throw new Error('not published yet');
  }, closely);
  return { submitToMail, approveToPublished: performance.now() - approved };
}
