import { modelContent } from '@imprimatur/testing';
import { dana, letter, submitted, typicalItems } from '../../../test/letters.ts';
import { modelItem } from '../../../test/requests.ts';
import { renderHtml, renderPlainText } from './render-letter.ts';

const hostile = `<img src=x onerror=alert(1)>"'\`{{url}}`;

describe('the plain part of a request to review', () => {
  const text = renderPlainText(
    letter(submitted({ items: typicalItems(), comment: 'Bigger spenders only.\n\nThanks!' })),
  );

  it('says who, what, why and where', () => {
    expect(text).toContain('Dana asks you to review ideal_customers and 1 more\n');
    expect(text).toContain('Request: #12\nSubmitted by: Dana\nWhen: 2 Mar 2026, 10:00 (Europe/Berlin)\n');
    expect(text).toContain('Dana wrote:\n\n> Bigger spenders only.\n>\n> Thanks!\n');
    expect(text).toMatch(/^Review request: https:\/\/approvals\.acme\.example\/approvals\/[0-9a-f-]{36}$/m);
    expect(text).toContain('You get this mail because you were chosen as a reviewer of request #12 in Acme.');
    expect(text).toMatch(/^Stop mails about requests to review: https:.*\?token=t0ken$/m);
  });

  it('shows the lines that change and what else does', () => {
    expect(text).toContain('    - select id, email, city\n');
    expect(text).toContain('    + select id, email, city, lifetime_value\n');
    expect(text).toContain('+ lifetime_value (decimal)');
    expect(text).toContain('New sync customers to CRM (ideal_customers → CRM)');
    expect(text).toContain(
      'Next runs if published now (Europe/Berlin):\n      2026-03-02 14:00\n      2026-03-05 14:00\n',
    );
  });

  it('names model and destination of a sync instead of their ids', () => {
    expect(text).toContain('Model: ideal_customers\n');
    expect(text).toContain('Destination: CRM\n');
  });

  it('never has more than one empty line at a time', () => {
    expect(text).not.toMatch(/\n\n\n/);
  });
});

describe('the HTML part of a request to review', () => {
  const html = renderHtml(letter(submitted({ items: typicalItems(), comment: 'Bigger spenders only.' })));

  it('shows removed and added lines, settings and the next runs', () => {
    expect(html).toMatch(/class="removed"[^>]*>select id, email, city<\/td>/);
    expect(html).toMatch(/class="added"[^>]*>select id, email, city, lifetime_value<\/td>/);
    expect(html).toContain('2026-03-05 14:00');
  });

  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(script|img|link|iframe|form|input|object)\b/);
    expect(html).not.toMatch(/\b(src|on\w+)=/);
  });

  it('links to the request, to the page that stops such mails, and to nothing else', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    expect([...new Set(links)]).toEqual([
      expect.stringMatching(/^https:\/\/approvals\.acme\.example\/approvals\/[0-9a-f-]{36}$/),
      'https://approvals.acme.example/api/v1/notification-preferences/unsubscribe?token&#x3D;t0ken',
    ]);
  });
});

describe('hostile input', () => {
  const content = modelContent({
    query: `select '${hostile}'`,
    columns: [
      { name: 'id', type: 'text' },
      { name: '<b>col</b>', type: 'text' },
    ],
  });
  const item = { ...modelItem({ name: hostile, content }), contributors: [] };
  item.ends[0]!.sourceName = hostile;
  const written = letter(submitted({ items: [item], comment: hostile }), {
    names: { [dana]: hostile },
    workspace: { name: hostile, timeZone: 'UTC' },
  });

  it('is text in HTML, wherever it stands', () => {
    const html = renderHtml(written);
    expect(html).not.toMatch(/<img|<b>col/);
    expect(html.match(/&lt;img src&#x3D;x onerror&#x3D;alert\(1\)&gt;/g)?.length).toBeGreaterThanOrEqual(6);
    expect(html).toContain('{{url}}');
  });

  it('stands as it is in the plain part', () => {
    expect(renderPlainText(written)).toContain(`> ${hostile}`);
  });

  it('cannot add lines of its own to the plain part’s frame', () => {
    const forged = letter(submitted({ comment: 'ok\n-- \nReview request: https://evil.example' }), {
      names: { [dana]: 'Dana\r\n\r\nReview request: https://evil.example' },
    });
    const lines = renderPlainText(forged).split('\n');
    expect(lines.filter((line) => line.startsWith('Review request: '))).toEqual([`Review request: ${forged.url}`]);
    expect(lines).toContain('> Review request: https://evil.example');
  });

  it('of 10,000 characters is cut, and it is said how much is left out', () => {
    const long = 'z'.repeat(10_000);
    const query = Array.from({ length: 300 }, (_, line) => `-- ${line} ${line === 3 ? long : ''}`).join('\n');
    const cut = letter(
      submitted({ items: [modelItem({ name: long, content: modelContent({ query }) })], comment: long }),
      {
        names: { [dana]: long },
      },
    );
    const [html, text] = [renderHtml(cut), renderPlainText(cut)];
    expect(html.length).toBeLessThan(60_000);
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain('(8,000 more characters in the request)');
    expect(html).toContain('260 more lines in the request');
    expect(text).toMatch(/… 2\d\d more lines in the request/);
    expect(cut.subject.length).toBeLessThan(160);
  });

  it('that reorders text is disarmed in names and spelled out in code', () => {
    const tricky = letter(
      submitted({
        items: [modelItem({ name: 'abc\u202Ecba', content: modelContent({ query: "select 'user\u202E⁦'" }) })],
      }),
    );
    expect(renderHtml(tricky) + renderPlainText(tricky) + tricky.subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(renderPlainText(tricky)).toContain("+ select 'user‹U+202E›‹U+2066›'");
  });
});

describe('what a reader may not view', () => {
  it('is only counted', () => {
    const announcement = submitted({ items: [modelItem(), modelItem({ name: 'secret_model' })] });
    const written = letter(announcement, { items: announcement.items.slice(0, 1), hidden: 1 });
    const all = renderHtml(written) + renderPlainText(written) + written.subject;
    expect(all).not.toContain('secret_model');
    expect(renderPlainText(written)).toContain('1 more item that you may not view.');
    expect(written.subject).toBe('[Acme] ideal_customers: approval requested (#12)');
  });
});
