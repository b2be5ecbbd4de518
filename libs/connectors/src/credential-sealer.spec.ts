import { randomBytes } from 'node:crypto';
import { Sealer } from '@imprimatur/service-kit';
import { ConnectorError, CredentialSealer } from './index.ts';

const owner = { workspaceId: 'w', connectionId: 'c', version: 3 };
const credentials = { password: 'geheim-s3cret' };
const key = randomBytes(32);
const sealer = new CredentialSealer(`current:${key.toString('base64')}`);

describe('sealed credentials', () => {
  it('open for what they were sealed for', () => {
    expect(sealer.open(owner, sealer.seal(owner, credentials))).toEqual(credentials);
  });

  it('are bound to workspace, connection and version in this order: what is stored opens only so', () => {
    const stored = new Sealer({ current: key }, 'current').seal(['w', 'c', 3], credentials);
    expect(sealer.open(owner, stored)).toEqual(credentials);
  });

  it.each([
    ['workspace', { ...owner, workspaceId: 'x' }],
    ['connection', { ...owner, connectionId: 'x' }],
    ['version', { ...owner, version: 4 }],
    ['boundary between the parts', { workspaceId: 'wc', connectionId: '', version: 3 }],
  ])('do not open under another %s', (_what, other) => {
    const sealed = sealer.seal(owner, credentials);
    expect(() => sealer.open(other, sealed)).toThrow(expect.objectContaining({ code: 'credentials.unreadable' }));
    expect(() => sealer.open(other, sealed)).toThrow(ConnectorError);
  });
});
