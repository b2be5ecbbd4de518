import type { ParsedMail } from '@imprimatur/testing';
import supertest from 'supertest';
import { inProcessWorld } from './in-process-world.ts';
import { Session } from './session.ts';
import type { Place, World } from './world.ts';

let world: World;
let acme: Place;
beforeAll(async () => {
  world = await inProcessWorld();
  acme = await world.workspace('acme', 'business');
}, 120_000);
afterAll(() => world.close());

const nora = 'nora@acme.example';
const secretIn = ({ text }: ParsedMail): string => /#token=([\w-]+)/.exec(text ?? '')![1]!;
const choosePassword = (token: string, password: string) =>
  supertest(world.url('identity-roles')).post('/api/v1/session/password').send({ token, password });
const signIn = (password: string) =>
  supertest(world.url('identity-roles'))
    .post('/api/v1/session')
    .send({ email: nora, password, workspace: acme.slug, transport: 'bearer' });
const mailTo = (address: string, subject: RegExp): Promise<ParsedMail> =>
  world.mails.next((mail) => mail.recipients.includes(address) && subject.test(mail.subject ?? ''), 20_000);

describe('links that people get by mail', () => {
  it('let an invited person join, once, and choose another password later', async () => {
    const ada = await Session.of(world, acme, 'ada');
    const { body: roles } = await ada.get('/roles');
    const { id: roleId } = (roles.items as { id: string; name: string }[]).find(({ name }) => name === 'Sync editor')!;
    const invited = await ada.post('/members', { name: 'Nora', email: nora, roleId });
    expect([invited.status, JSON.stringify(invited.body)]).toEqual([201, expect.not.stringContaining('token=')]);

    const secret = secretIn(await mailTo(nora, /^Ada invites you to Acme on Imprimatur$/));
    expect((await choosePassword(secret, 'a first good password')).status).toBeLessThan(300);
    expect((await choosePassword(secret, 'another one by a thief')).status).toBe(401);
    expect((await signIn('a first good password')).status).toBe(200);

    const asked = await supertest(world.url('identity-roles'))
      .post('/api/v1/session/password-reset')
      .send({ email: nora });
    expect(asked.status).toBe(202);
    const reset = secretIn(await mailTo(nora, /^Choose a new password for Imprimatur$/));
    expect((await choosePassword(reset, 'a second good password')).status).toBeLessThan(300);
    expect((await signIn('a first good password')).status).toBe(401);
    expect((await signIn('a second good password')).status).toBe(200);
  }, 60_000);
});
