import { Email } from '@imprimatur/contracts';
import { Password } from './password.ts';
import { Slug } from './slug.ts';

describe('what people type', () => {
  it('finds one account whatever the case of the address', () => {
    expect(Email.parse('Ada@Example.COM')).toBe('ada@example.com');
  });

  it.each(['ada', 'ada@', 'ada@example.com\r\nbcc: x@example.com', `${'a'.repeat(250)}@example.com`])(
    'is no mail address: %p',
    (text) => {
      expect(Email.safeParse(text).success).toBe(false);
    },
  );

  it.each(['Acme', 'a', 'acme-', '-acme', 'ac--me', 'ac_me', 'a'.repeat(41)])('is no slug: %p', (text) => {
    expect(Slug.safeParse(text).success).toBe(false);
  });

  it('is a password when it is long enough', () => {
    expect(Password.safeParse('123456789').success).toBe(false);
    expect(Password.safeParse('1234567890').success).toBe(true);
  });
});
