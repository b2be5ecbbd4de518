import { decodeJwt } from 'jose';
import { derivedId } from '@imprimatur/kernel';
import { SigningKeysRepository } from './persistence/signing-keys.repository.ts';
import { identityWorld, PASSWORD, SIGNING_KEY_SECRET } from './testing/identity-world.fixture.ts';
import { openPrivateKey } from './use-cases/key-sealing.ts';

describe('secrets', () => {
  const world = identityWorld();

  it('are in no event and in no answer', async () => {
    const { token } = world.acme.people.admin;
    const roleId = derivedId(world.acme.workspaceId, 'workspace-viewer');
    const added = await world.send('post', '/members', token).send({ name: 'New', email: 'new@x.example.com', roleId });
    const linkToken = (await world.linkOf(added.body.id))!;
    expect(linkToken).toMatch(/^[\w-]{43}$/);
    const signedIn = await world.signIn(world.acme.people.admin.email, { transport: 'bearer' });
    const { dataSource } = world.service;
    const [key] = await new SigningKeysRepository().all(dataSource.manager);
    const { d } = openPrivateKey(SIGNING_KEY_SECRET, key!.kid, key!.sealedPrivateKey);
    const secrets = ['argon2', PASSWORD, linkToken, signedIn.body.refreshToken, signedIn.body.accessToken, d!];

    const events: { data: object }[] = await dataSource.query('select data from outbox');
    expect(events.length).toBeGreaterThan(20);
    expect(Object.keys(added.body).sort()).toEqual(['expiresAt', 'id']);
    const paths = ['/session', '/session/jwks', '/workspace', '/members', `/members/${added.body.id}`, '/roles'];
    const answers = await Promise.all(paths.map((path) => world.send('get', path, token).expect(200)));
    const text = JSON.stringify([events, answers.map((answer) => answer.text)]);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('are in the database only as hashes and ciphertext', async () => {
    const { body } = await world.signIn(world.acme.people.admin.email, { transport: 'bearer' });
    const tables: { name: string }[] = await world.service.dataSource.query(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => world.service.dataSource.query(`select t::text from "${name}" t`)),
    );
    const text = JSON.stringify(rows);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect([PASSWORD, body.refreshToken, body.accessToken].filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('of a person do not stay in tokens: not even their mail address is there', () => {
    expect(Object.keys(decodeJwt(world.acme.people.admin.token)).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'mseq',
      'sub',
      'ws',
    ]);
  });
});
