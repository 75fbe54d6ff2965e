import { beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from './browse.js';
import { someAlert } from './some-alert.js';

const MARIA = '00000000-0000-7000-8000-000000000001';
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><iframe src=//evil.example>',
  '<!-- --><style>*{display:none}</style>',
  '&lt;b&gt; &#60;b>',
].join(' ');

/** A world where everything that others can write is hostile, and every kind of page of it. */
async function everyPage(): Promise<ReadonlyMap<string, string>> {
  const { world, browser } = await openDesk({
    people: { kind: 'anybody' },
    sendSample: () => Promise.resolve(),
    howToSend: () => HOSTILE,
    channels: ['support', HOSTILE],
    platforms: () => [{ name: 'slack', state: 'parked', reason: HOSTILE }],
  });
  world.staff.push({ id: HOSTILE, name: HOSTILE });
  const view = someAlert(12, {
    alert: { theme: HOSTILE, reason: HOSTILE, customerId: MARIA },
    lead: { text: HOSTILE, speaker: HOSTILE, source: HOSTILE, channel: HOSTILE, url: 'javascript:alert(1)' },
    view: {
      modelReading: {
        reader: HOSTILE,
        sentiment: 'negative',
        severity: 'high',
        flags: [],
        themes: [],
        because: { reason: HOSTILE, quote: HOSTILE },
      },
      customer: { id: MARIA, name: HOSTILE, email: HOSTILE, phone: HOSTILE, timeZone: HOSTILE },
      account: { id: 'a', name: HOSTILE, tier: HOSTILE, currency: HOSTILE, annualValue: 5 },
    },
  });
  world.post('support', view);
  world.post(HOSTILE, someAlert(13, { lead: { text: HOSTILE } }));
  world.heard.push({ position: '1', signal: view.lead, customerId: MARIA, reason: HOSTILE, theme: HOSTILE });
  world.profiles.push({
    customer: { ...view.customer!, stage: HOSTILE, preferredContact: HOSTILE },
    account: { ...view.account!, owner: HOSTILE },
    heard: { count: 2, first: world.at, newest: world.at },
    standings: [],
    open: { views: [view], total: 1 },
    promises: { made: 1, kept: 0, late: 0, broken: 1 },
    entries: 2,
  });
  const contacted = { kind: 'contacted', channel: 'call', result: 'reached', note: HOSTILE } as const;
  world.timeline.push(
    {
      position: '2',
      at: world.at,
      kind: 'follow_up',
      event: { id: 'e', at: world.at, event: contacted },
      view,
    },
    { position: '1', at: world.at, kind: 'voice', signal: view.lead, reason: HOSTILE, view },
  );
  world.dead.push({
    id: MARIA,
    platform: 'slack',
    channel: HOSTILE,
    alert: 12,
    why: HOSTILE,
    since: world.at,
  });
  world.notices.push({ key: 'a', text: HOSTILE, at: world.at });
  const from = { back: '/channels/support?open=12', place: 'stream' };
  await browser.post('/alerts/12/claim', from);
  const pages = new Map<string, string>();
  for (const path of [
    '/alerts?open=12',
    '/mine',
    '/channels/support?open=12',
    `/channels/${encodeURIComponent(HOSTILE)}`,
    '/heard',
    '/customers',
    `/customers?q=${encodeURIComponent(HOSTILE.slice(0, 200))}`,
    `/customers/${MARIA}`,
    '/sources',
    '/delivery',
    '/nowhere',
    '/open',
  ])
    pages.set(path, (await browser.get(path)).html);
  for (const action of ['resolve', 'reassign', 'take_over', 'history', 'change_severity'])
    pages.set(action, (await browser.post(`/alerts/12/${action}`, from)).html);
  pages.set(
    'faulty',
    (await browser.post('/alerts/12/resolve/answers', { ...from, 'field-note': HOSTILE })).html,
  );
  pages.set(
    'command',
    (await browser.post('/command', { line: `/cx-${HOSTILE}`.slice(0, 200), back: '/alerts' })).html,
  );
  pages.set(
    'customer',
    (await browser.post('/command', { line: '/cx-customer CX-12', back: '/alerts' })).html,
  );
  pages.set('list', (await browser.post('/command', { line: '/cx-alerts', back: '/alerts' })).html);
  return pages;
}

const TAGS =
  'a article aside b blockquote body button code datalist dd details dialog div dl dt fieldset footer form h1 h2 h3 head header ' +
  'html input kbd label legend li link main meta nav ol option p pre script section select span strong summary svg circle path ' +
  'table tbody td textarea th thead time title tr ul';

describe('text from others', () => {
  let pages: ReadonlyMap<string, string>;
  beforeAll(async () => {
    pages = await everyPage();
  });

  it('is on every page as words: no tag, attribute or address of theirs comes alive', () => {
    const known = new Set(TAGS.split(' '));
    let seen = 0;
    for (const [name, html] of pages) {
      for (const [tag, element] of html.matchAll(/<([a-z][a-z0-9]*)(?:\s(?:"[^"]*"|[^"<>])*)?>/gu)) {
        expect(known.has(element!), `${name}: ${tag}`).toBe(true);
        const bare = tag.replace(/"[^"]*"/gu, '""');
        expect(bare, name).not.toMatch(/\son\w+=|\sstyle=|\ssrcdoc=/u);
        expect(tag, name).not.toMatch(/\s(?:href|src|action|formaction)="(?!\/[^/]|\/"|#|https?:)/u);
      }
      if (html.includes('&lt;script&gt;alert(1)')) seen += 1;
    }
    expect(seen).toBeGreaterThan(12);
  });

  it('has no inline script or style beside it on any page', () => {
    for (const [name, html] of pages) {
      const scripts = [...html.matchAll(/<script\b[^>]*>([^<]*)/gu)];
      expect(
        scripts.map(([, inside]) => inside),
        name,
      ).toEqual(['']);
      expect(html, name).toMatch(/<script type="module" src="\/browser\/desk.js"><\/script>/u);
      expect(html, name).not.toContain('<style');
      for (const [, address] of html.matchAll(/(?:src|<link[^>]*href)="([^"]*)"/gu))
        expect(address, name).toMatch(/^\/(?:assets|browser)\//u);
    }
  });

  it('never makes a link out of an address that is not of the web', async () => {
    const { world, browser } = await openDesk();
    for (const [index, url] of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      ' //evil.example',
    ].entries())
      world.heard.push({ position: String(index), signal: { ...someAlert(index).lead, url } });
    world.heard.push({
      position: '9',
      signal: { ...someAlert(9).lead, url: 'https://good.example/1?a="b"' },
    });
    const { html } = await browser.get('/heard');
    const out = [...html.matchAll(/<a class="out" [^>]*>/gu)].map(([tag]) => tag);
    expect(out).toEqual([
      '<a class="out" href="https://good.example/1?a=&quot;b&quot;" rel="noopener noreferrer" target="_blank">',
    ]);
  });

  it('leaves every action reachable without script: each button belongs to a form that posts', () => {
    for (const [name, html] of pages) {
      const forms = new Set(
        [...html.matchAll(/<form[^>]*method="post"[^>]*id="([^"]+)"/gu)].map(([, id]) => id),
      );
      for (const [tag] of html.matchAll(/<button[^>]*type="submit"[^>]*>/gu)) {
        const [, owner] = /\sform="([^"]+)"/u.exec(tag) ?? [];
        if (owner !== undefined) {
          expect(forms.has(owner), `${name}: ${tag}`).toBe(true);
          expect(tag).toMatch(/formaction="\/[^"]+"/u);
        }
      }
      const withoutForm = html.replace(/<form[\s\S]*?<\/form>/gu, '');
      for (const [tag] of withoutForm.matchAll(/<button[^>]*>/gu))
        expect(tag, name).toMatch(/\sform="press"|data-(?:copies|opens)=/u);
    }
  });
});
