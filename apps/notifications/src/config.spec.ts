import { notificationsConfigFrom } from './config.ts';

const env = {
  DATABASE_URL: 'postgres://localhost/notifications',
  KAFKA_BROKERS: 'localhost:9092',
  SMTP_URL: 'smtp://localhost:1025',
  MAIL_FROM: 'Imprimatur <approvals@example.com>',
  LINK_SEALING_KEYS: `links:${Buffer.alloc(32, 8).toString('base64')}`,
};

describe('the configuration', () => {
  it.each([
    ['Imprimatur <approvals@example.com>', { name: 'Imprimatur', address: 'approvals@example.com' }],
    ['"Acme, Inc." <a@example.com>', { name: 'Acme, Inc.', address: 'a@example.com' }],
    ['a@example.com', { name: 'Imprimatur', address: 'a@example.com' }],
  ])('takes %s as sender', (MAIL_FROM, mailFrom) => {
    expect(notificationsConfigFrom({ ...env, MAIL_FROM }).mailFrom).toEqual(mailFrom);
  });

  it.each([
    ['MAIL_FROM', 'somebody'],
    ['LINK_SEALING_KEYS', 'links:tooshort'],
    ['MAIL_FROM', 'a@example.com\r\nBcc: b@example.com'],
    ['SMTP_URL', 'http://localhost'],
  ])('refuses a bad %s by name', (variable, value) => {
    expect(() => notificationsConfigFrom({ ...env, [variable]: value })).toThrow(variable);
  });
});
