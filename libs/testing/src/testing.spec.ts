import { createTransport } from 'nodemailer';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventually, FixedClock, smtpSink, testDatabase } from './index.ts';

class CreateThings1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table thing (id integer primary key)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table thing');
  }
}

describe('a test database', () => {
  it('is migrated, and its own', async () => {
    const options = { entities: [], migrations: [CreateThings1767225600000] };
    const [one, other] = await Promise.all([testDatabase(options), testDatabase(options)]);
    try {
      await one.dataSource.query('insert into thing values (1)');
      expect(await one.dataSource.query('select id from thing')).toEqual([{ id: 1 }]);
      expect(await other.dataSource.query('select id from thing')).toEqual([]);
    } finally {
      await Promise.all([one.drop(), other.drop()]);
    }
  });
});

describe('eventually', () => {
  it('returns what the first attempt that did not throw returned', async () => {
    let attempts = 0;
    const result = await eventually(() => {
      attempts += 1;
      if (attempts < 3) throw new Error('not yet');
      return 'done';
    });
    expect([result, attempts]).toEqual(['done', 3]);
  });

  it('throws the last failure when time is up', async () => {
    const never = (): never => {
      throw new Error('never');
    };
    await expect(eventually(never, { timeoutMs: 30 })).rejects.toThrow('never');
  });
});

describe('a fixed clock', () => {
  it('moves only when told to', () => {
    const clock = new FixedClock('2026-01-01T00:00:00Z');
    clock.advance(1_500);
    expect(clock.now()).toEqual(new Date('2026-01-01T00:00:01.500Z'));
  });
});

describe('the SMTP sink', () => {
  const mail = { from: 'a@example.com', to: 'b@example.com', subject: 'Hällo', text: 'plain', html: '<p>pretty</p>' };

  it('keeps what it is sent, can go away and come back on its port', async () => {
    const sink = await smtpSink();
    const transport = createTransport(sink.url);
    try {
      await transport.sendMail(mail);
      const received = await sink.next(({ subject }) => subject === 'Hällo');
      expect(received).toMatchObject({ recipients: ['b@example.com'], text: 'plain\n', html: '<p>pretty</p>\n' });
      await sink.down();
      await expect(transport.sendMail(mail)).rejects.toThrow('ECONNREFUSED');
      await sink.up();
      await transport.sendMail(mail);
      expect(sink.messages()).toHaveLength(2);
    } finally {
      transport.close();
      await sink.close();
    }
  });
});
