import { expect, it } from 'vitest';
import { beyond } from '../../cards/beyond.js';
import { INJECTIONS, nameOf } from '../../cards/injections.js';
import { openDesk } from './browse.js';
import { KIM, someAlert } from './some-alert.js';

const ID = '00000000-0000-7000-8000-000000000001';
const BACK = { back: '/alerts?open=12', place: 'thread' };

/** The thread, the card, an answer and a form with what was given, all of whose words are those of others. */
async function pagesSaying(words: string): Promise<readonly string[]> {
  const { world, browser } = await openDesk();
  const view = someAlert(12, {
    alert: { theme: words, reason: words, customerId: ID },
    lead: { text: words, speaker: words, source: words, channel: words, url: 'https://acme.example/1' },
    view: {
      customer: { id: ID, name: words, email: words, phone: words, timeZone: words, preferredContact: words },
      account: { id: 'a', name: words, tier: words, currency: words, annualValue: 5 },
    },
  });
  world.post('support', view);
  const contacted = { kind: 'contacted', channel: 'call', result: 'reached', note: words } as const;
  world.change(view, contacted, { actor: KIM });
  world.heard.push({ position: '1', signal: view.lead, customerId: ID, reason: words, theme: words });
  const pages = [await browser.get('/alerts?open=12'), await browser.get('/heard')];
  pages.push(await browser.post('/alerts/12/claim', BACK));
  pages.push(await browser.post('/alerts/12/resolve/answers', { ...BACK, 'field-note': words }));
  pages.push(
    await browser.post('/command', { line: `/cx-customer ${words}`.slice(0, 200), back: '/alerts' }),
  );
  pages.push(await browser.get(`/completions?line=${encodeURIComponent('/cx-claim ')}`));
  return pages.map(({ html }) => html);
}

/** Every tag with the names of its attributes; where a link leads is ours or the sender's own web address. */
function tagsIn(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z!][^\s>]*(?:\s(?:"[^"]*"|[^"<>])*)?>/giu)].map(([tag]) =>
    tag.replace(/"[^"]*"/gu, '""'),
  );
}

it('whatever others write, it adds no tag and no attribute to a page of the desk', async () => {
  const usual = (await pagesSaying('refund')).map(tagsIn);
  expect(usual[0]!.length).toBeGreaterThan(100);
  expect(tagsIn('<p title="a">x</p><img src=x onerror=alert(1)>')).toHaveLength(3);
  for (const words of INJECTIONS) {
    const pages = await pagesSaying(words.toWellFormed());
    pages.forEach((html, page) => {
      // A fault said once more, or a choice among customers, is ours as well.
      const added = beyond(tagsIn(html), usual[page]).filter((tag) => !OURS.test(tag));
      expect(added, `${nameOf(words)} on page ${page}`).toEqual([]);
    });
  }
}, 120_000);

const OURS =
  /^<textarea(?: (?:id|name|aria-describedby|aria-invalid|rows|maxlength)="")*>$|^<\/?(?:p|span|code|strong|div|dt|dd|time|br)(?: (?:class|dir|id|title|datetime|data-as)="")*>$/u;
