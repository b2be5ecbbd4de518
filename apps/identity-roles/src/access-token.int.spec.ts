import { RESERVED_WORKSPACE } from '@imprimatur/contracts';
import { systemCause } from '@imprimatur/messaging';
import { testSigner, type TestSigner } from '@imprimatur/testing';
import { decodeProtectedHeader, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { SigningKeyRow } from './persistence/signing-key.row.ts';
import { SigningKeysRepository } from './persistence/signing-keys.repository.ts';
import { identityWorld, type Person, SIGNING_KEY_SECRET } from './testing/identity-world.fixture.ts';
import { EnsureSigningKey } from './use-cases/ensure-signing-key.ts';
import { openPrivateKey } from './use-cases/key-sealing.ts';
import { rotateSigningKey } from './use-cases/operator/rotate-signing-key.ts';
import { RetireSigningKeys } from './use-cases/retire-signing-keys.ts';
import { SigningKeySecret } from './use-cases/signing-key-secret.ts';

describe('an access token', () => {
  const world = identityWorld();
  let ada: Person;
  let stranger: TestSigner;

  beforeAll(async () => {
    ada = world.acme.people.admin;
    stranger = await testSigner();
  });

  const ownKey = async () => {
    const [key] = await new SigningKeysRepository().all(world.service.dataSource.manager);
    return { kid: key!.kid, jwk: openPrivateKey(SIGNING_KEY_SECRET, key!.kid, key!.sealedPrivateKey) };
  };

  /** A token signed with the real key, and right but for what is given. */
  const signed = async (over: JWTPayload, header: { alg?: string; typ?: string } = {}): Promise<string> => {
    const { kid, jwk } = await ownKey();
    const now = world.clock.now().getTime() / 1_000;
    const claims = {
      iss: 'imprimatur',
      aud: 'imprimatur',
      sub: ada.id,
      ws: world.acme.workspaceId,
      mseq: 1,
      iat: now,
      exp: now + 60,
    };
    return new SignJWT({ ...claims, ...over })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
      .sign(await importJWK(jwk, 'ES256'));
  };

  const use = (token: string) => world.send('get', '/session', token);

  it('is taken when everything in it is right', async () => {
    await use(await signed({})).expect(200);
  });

  it.each<[string, string, () => Promise<string>]>([
    ['has expired', 'session.expired', () => signed({ exp: world.clock.now().getTime() / 1_000 })],
    ['is for another audience', 'session.invalid', () => signed({ aud: 'elsewhere' })],
    ['comes from another issuer', 'session.invalid', () => signed({ iss: 'elsewhere' })],
    ['is of another type', 'session.invalid', () => signed({}, { typ: 'JWT' })],
    ['names no workspace', 'session.invalid', () => signed({ ws: undefined })],
    ['never ends', 'session.invalid', () => signed({ exp: undefined })],
    [
      'is not signed',
      'session.invalid',
      () => Promise.resolve(new UnsecuredJWT({ sub: ada.id, ws: world.acme.workspaceId, mseq: 1 }).encode()),
    ],
    [
      'is signed with a key that is not ours',
      'session.invalid',
      () => stranger.tokenFor({ id: ada.id, workspaceId: world.acme.workspaceId }),
    ],
    [
      'is signed with another key under our key’s name',
      'session.invalid',
      async () =>
        stranger.tokenFor(
          { id: ada.id, workspaceId: world.acme.workspaceId },
          { header: { kid: (await ownKey()).kid } },
        ),
    ],
    [
      'was changed after it was signed',
      'session.invalid',
      async () => {
        const [header, , signature] = (await signed({})).split('.');
        const payload = { sub: world.acme.people['workspace-viewer'].id, ws: world.acme.workspaceId, mseq: 1 };
        return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
      },
    ],
  ])('is refused when it %s', async (_, code, forge) => {
    expect(await use(await forge())).toMatchObject({ status: 401, body: { code } });
  });

  it('that claims another workspace gives nothing there', async () => {
    const beta = await world.workspace();
    expect(await use(await signed({ ws: beta.workspaceId }))).toMatchObject({ status: 503 });
  });

  it('can be verified by others with the published keys', async () => {
    const { body, headers } = await world.send('get', '/session/jwks').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(body).toEqual({
      keys: [
        {
          kty: 'EC',
          crv: 'P-256',
          x: expect.any(String),
          y: expect.any(String),
          alg: 'ES256',
          use: 'sig',
          kid: (await ownKey()).kid,
        },
      ],
    });
  });

  it('signed with the key of before is taken until that key is withdrawn', async () => {
    const old = await signed({});
    const { kid } = await ownKey();
    const manager = world.service.dataSource.manager;
    await manager.update(SigningKeyRow, { kid }, { deleted: true });
    expect(await use(old)).toMatchObject({ status: 401, body: { code: 'session.invalid' } });
    const secret = new SigningKeySecret(SIGNING_KEY_SECRET);
    world.clock.advance(1_000);
    await new EnsureSigningKey(new SigningKeysRepository(), secret, world.clock).execute(manager, systemCause());
    await manager.update(SigningKeyRow, { kid }, { deleted: false });
    expect((await ownKey()).kid).not.toBe(kid);
    await use(old).expect(200);
    await use(await world.tokenOf(ada.email)).expect(200);
  });
});

describe('the signing key', () => {
  const world = identityWorld();

  const kids = async (): Promise<string[]> => {
    const { body } = await world.send('get', '/session/jwks').expect(200);
    return body.keys.map(({ kid }: { kid: string }) => kid);
  };
  const newToken = (): Promise<string> => world.tokenOf(world.acme.people.admin.email);
  const kidOf = (token: string): string => decodeProtectedHeader(token).kid!;

  it('is replaced without signing anybody out, and the one before retired once nothing is left of it', async () => {
    const { dataSource, app } = world.service;
    const [first] = await kids();
    const before = await newToken();
    world.clock.advance(60_000);
    const second = await rotateSigningKey(dataSource, SIGNING_KEY_SECRET, world.clock);
    expect(await kids()).toEqual([second, first]);
    expect(kidOf(await newToken())).toBe(first);
    world.clock.advance(30_000);
    const after = await newToken();
    expect([kidOf(before), kidOf(after)]).toEqual([first, second]);
    for (const token of [before, after]) await world.send('get', '/session', token).expect(200);
    const retire = () => dataSource.transaction((tx) => app.get(RetireSigningKeys).execute(tx, systemCause()));
    await retire();
    expect(await kids()).toEqual([second, first]);
    world.clock.advance(3_600_000);
    await retire();
    expect(await kids()).toEqual([second]);
    const told = await world.events(RESERVED_WORKSPACE);
    expect(told.at(-1)!.data).toMatchObject({ kid: first, deleted: true, seq: 2 });
  });

  it('is not replaced by one that the service could not open', async () => {
    const before = await kids();
    const rotated = rotateSigningKey(world.service.dataSource, Buffer.alloc(32, 9), world.clock);
    await expect(rotated).rejects.toThrow(/SIGNING_KEY_SECRET: is not the one/);
    expect(await kids()).toEqual(before);
  });

  it('is sealed so that only the secret opens it, and only as the key it is', async () => {
    const rows: { kid: string; sealed_private_key: Buffer }[] = await world.service.dataSource.query(
      'select kid, sealed_private_key from signing_key where not deleted',
    );
    const [{ kid, sealed_private_key: sealed }] = rows as [(typeof rows)[number]];
    expect(sealed.includes('"d"')).toBe(false);
    expect(openPrivateKey(SIGNING_KEY_SECRET, kid, sealed)).toMatchObject({ kty: 'EC', d: expect.any(String) });
    expect(() => openPrivateKey(Buffer.alloc(32, 8), kid, sealed)).toThrow();
    expect(() => openPrivateKey(SIGNING_KEY_SECRET, 'another', sealed)).toThrow();
  });
});
