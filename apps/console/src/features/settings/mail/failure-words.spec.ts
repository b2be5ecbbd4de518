import { failureWords } from './failure-words.ts';

describe('why a mail failed, in words', () => {
  it('is read from the code of the mail server', () => {
    expect(failureWords('550 5.1.1 unknown user')).toMatch(/mailbox/);
    expect(failureWords('552 over quota')).toMatch(/full/);
    expect(failureWords('554 no')).toMatch(/refused/);
  });

  it('is that time ran out where no server said no', () => {
    expect(failureWords('Given up: ECONNREFUSED')).toMatch(/in time/);
    expect(failureWords(null)).toMatch(/in time/);
  });
});
