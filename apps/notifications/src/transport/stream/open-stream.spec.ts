import { OpenStream } from './open-stream.ts';

const token = { workspaceId: 'w', memberId: 'm', memberSeq: 1, expiresAt: new Date(0) };

describe('an open stream', () => {
  it('is let go where its end is not read either, and nothing fails', async () => {
    const stream = new OpenStream(token, '1');
    const failures: unknown[] = [];
    stream.body.on('error', (error) => failures.push(error));
    stream.say('something', new Date(0));
    stream.end();
    expect(stream.body.closed).toBe(false);
    stream.end();
    await new Promise((resolve) => stream.body.once('close', resolve));
    expect([failures, stream.why]).toEqual([[], 'unread']);
  });
});
