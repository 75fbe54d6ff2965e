import { describe, expect, it } from 'vitest';
import type { AlertView } from '../../../src/domain/alert-view.js';
import type { CustomerProfile } from '../../../src/domain/customer.js';
import { type Opened, openDesk, partOf, wordsOf } from './browse.js';
import { KIM, minutesFromNow, NOW, someAlert } from './some-alert.js';

const MARIA = '00000000-0000-7000-8000-000000000001';
const JON = '00000000-0000-7000-8000-000000000002';

function profile(id: string, more: Partial<CustomerProfile> = {}): CustomerProfile {
  return {
    customer: { id, name: 'Maria Lopez', email: 'maria@acme.example', preferredContact: 'phone' },
    account: { id: 'acme', name: 'Acme', tier: 'gold', annualValue: 48_000, currency: 'EUR', owner: 'Bo' },
    heard: { count: 3, first: minutesFromNow(-9 * 1_440), newest: minutesFromNow(-20) },
    contacts: { count: 3, since: minutesFromNow(-9 * 1_440), newest: minutesFromNow(-20) },
    standings: [],
    open: { views: [], total: 0 },
    promises: { made: 0, kept: 0, late: 0, broken: 0 },
    entries: 3,
    ...more,
  };
}

const JON_WITHOUT_MORE = profile(JON, { customer: { id: JON, name: 'Jon Høyer' } });

function withoutCustomer(number: number): AlertView {
  return { ...someAlert(number), customer: undefined } as unknown as AlertView;
}

async function openWith(...profiles: readonly CustomerProfile[]): Promise<Opened> {
  const opened = await openDesk();
  opened.world.profiles.push(...profiles);
  return opened;
}

describe('the page of all customers', () => {
  it('shows who was heard last, before anybody is looked for, and a field to look with', async () => {
    const { browser } = await openWith(profile(MARIA), JON_WITHOUT_MORE);
    const { html } = await browser.get('/customers');
    expect(wordsOf(partOf(html, 'page-content'))).toContain(
      'Name, e-mail address, id or alert Find Heard last Maria Lopez Acme · gold · €48k a year maria@acme.example just now Jon Høyer',
    );
    expect(html).toMatch(/<form[^>]*role="search"[^>]*method="get"[^>]*action="\/customers"/u);
    expect(partOf(html, 'rail-nav')).toMatch(/href="\/customers" aria-current="page"/u);
  });

  it.each([
    ['hoyer', 'Jon Høyer'],
    ['maria@acme.example', 'Maria Lopez'],
    ['CX-12', 'Maria Lopez'],
  ])('finds whoever is meant by %s, and keeps what was typed', async (typed, name) => {
    const { world, browser } = await openWith(profile(MARIA), JON_WITHOUT_MORE);
    world.post('support', someAlert(12, { view: { customer: { id: MARIA } } }));
    const { html } = await browser.get(`/customers?q=${encodeURIComponent(typed)}`);
    const found = wordsOf(partOf(html, 'customers-found'));
    expect(found).toMatch(new RegExp(`^1 customer ${name}`, 'u'));
    expect(html).toContain(`value="${typed}"`);
  });

  it.each([
    ['zoe', 'Nobody is found by “zoe” A name or its beginning will do'],
    ['CX-99', 'Nobody is found by “CX-99” There is no such alert.'],
    ['CX-12', 'Nobody is found by “CX-12” Whoever is behind that alert gave no name'],
  ])('says of %s that nobody is found, and what would be', async (typed, words) => {
    const { world, browser } = await openWith();
    world.post('support', withoutCustomer(12));
    expect(wordsOf((await browser.get(`/customers?q=${typed}`)).html)).toContain(words);
  });

  it('says what will appear where nobody was heard yet', async () => {
    const { browser } = await openWith();
    expect(wordsOf((await browser.get('/customers')).html)).toContain('Nobody was heard yet');
  });
});

describe('the page of a customer', () => {
  it('tells who they are, what waits with its buttons, what was said and what was done', async () => {
    const view = someAlert(12, { alert: { state: 'claimed', ownerId: KIM.id }, view: { owner: KIM } });
    const standings = [
      {
        metric: 'csat',
        mean: { metric: 'csat', value: 3.4, scale: { min: 1, max: 5 } },
        answers: 5,
        newest: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } },
        previous: { metric: 'csat', value: 5, scale: { min: 1, max: 5 } },
      },
    ] as const;
    const { world, browser } = await openWith(
      profile(MARIA, {
        standings,
        open: { views: [view], total: 1 },
        promises: { made: 3, kept: 1, late: 1, broken: 1 },
      }),
    );
    world.post('support', view);
    const contacted = { kind: 'contacted', channel: 'call', result: 'no_answer' } as const;
    world.timeline.push(
      {
        kind: 'follow_up',
        position: '3',
        at: NOW,
        view,
        event: { id: 'e', at: NOW, actor: KIM, event: contacted },
      },
      { kind: 'voice', position: '2', at: NOW, view, signal: view.lead, reason: 'Says “cancelling”.' },
      {
        kind: 'voice',
        position: '1',
        at: NOW,
        signal: { ...view.lead, id: 's1', kind: 'praise', text: 'Lovely.' },
      },
    );
    const { html } = await browser.get(`/customers/${MARIA}`);
    expect(wordsOf(html)).toContain('Maria Lopez Acme · gold · €48k a year');
    expect(wordsOf(partOf(html, 'profile'))).toContain(
      'About prefers a phone call · maria@acme.example · account of Bo Heard 3 times since 11 November , the newest 20 min ago · ' +
        '3rd contact in 9 days Scores CSAT 3.4 of 5 on average of 5; newest 2 of 5, was 5 of 5 ' +
        'Promised 3 call-backs: 1 kept, 1 late, 1 broken',
    );
    expect(wordsOf(partOf(html, 'open-alerts'))).toMatch(
      /^Not closed High · CX-12 · Maria Lopez at Acme gave 2 of 5 .*yours.* Resolve Release Open/u,
    );
    expect(wordsOf(partOf(html, 'timeline'))).toContain(
      'Kim Larsen tried the customer on the phone: no answer. CX-12 , claimed by Kim Larsen',
    );
    expect(wordsOf(partOf(html, 'timeline'))).toContain(
      '“Third time I call about the same refund. I am cancelling on Friday.” ' +
        'Survey by phone, CSAT 2 of 5 (zendesk) Open there ↗ CX-12',
    );
    expect(wordsOf(partOf(html, 'timeline'))).toContain('“Lovely.” Praise by phone, CSAT 2 of 5 (zendesk)');
    expect(wordsOf(partOf(html, 'timeline'))).toContain('Being read now.');
  });

  it('answers a button where it stands, and tells what came of it', async () => {
    const view = someAlert(12);
    const { world, browser } = await openWith(profile(MARIA, { open: { views: [view], total: 1 } }));
    world.post('support', view);
    const back = { back: `/customers/${MARIA}`, place: 'command' };
    expect((await browser.post('/alerts/12/claim', back)).address).toContain(`/customers/${MARIA}`);
    expect(world.view(12).alert.state).toBe('claimed');
    const asked = await browser.post('/alerts/12/resolve', back);
    expect(wordsOf(partOf(asked.html, 'page-answer'))).toContain('What caused it');
  });

  it('is read page by page', async () => {
    const { world, browser } = await openWith(profile(MARIA));
    for (let entry = 120; entry > 0; entry -= 1) {
      const signal = { ...someAlert(12).lead, id: `s${entry}`, text: `Voice ${entry}.` };
      world.timeline.push({ kind: 'voice', position: String(entry), at: NOW, signal });
    }
    let { html } = await browser.get(`/customers/${MARIA}`);
    const rows = (page: string) => [...page.matchAll(/<tr id="entry-/gu)].length;
    const counts = [rows(html)];
    for (let older = olderOf(html); older !== undefined; older = olderOf(html)) {
      ({ html } = await browser.get(older));
      counts.push(rows(html));
    }
    expect(counts).toEqual([50, 50, 20]);
    expect(wordsOf(html)).toContain('Timeline, older');
    expect(wordsOf(html)).toContain('Back to the newest');
  });

  it('of nobody says so, and where to look', async () => {
    const { browser } = await openWith();
    expect(wordsOf((await browser.get(`/customers/${JON}`)).html)).toContain(
      'Nothing was heard from this customer Whoever speaks has a page from then on. Look for somebody under Customers',
    );
  });
});

describe('the name on a card', () => {
  it('leads to the page of the customer, and the rest of the line to the thread', async () => {
    const { world, browser } = await openWith(profile(MARIA));
    world.post('support', someAlert(12, { view: { customer: { id: MARIA, name: 'Maria Lopez' } } }));
    const card = partOf((await browser.get('/channels/support')).html, 'card-12');
    expect(card).toContain(`href="/customers/${MARIA}">Maria Lopez</a>`);
    expect(card).toMatch(/<\/a> <a href="\/channels\/support\?open=12#thread"[^>]*data-thread/u);
    expect(wordsOf(card)).toContain('Maria Lopez at Acme gave 2 of 5 after a call about refunds');
    const thread = partOf((await browser.get('/channels/support?open=12')).html, 'thread');
    expect(thread).toContain(`href="/customers/${MARIA}">Maria Lopez</a>`);
  });

  it('in the middle of the line has the thread on both its sides; nobody known has no page', async () => {
    const { world, browser } = await openWith(profile(MARIA));
    const customer = { id: MARIA, name: 'Maria Lopez' };
    const view = someAlert(12, { lead: { kind: 'escalation' }, view: { customer } });
    world.post('support', view);
    world.post('support', withoutCustomer(13));
    const { html } = await browser.get('/channels/support');
    expect(wordsOf(partOf(html, 'card-12'))).toContain('Escalation from Maria Lopez at Acme');
    expect([...partOf(html, 'card-12').matchAll(/data-thread/gu)]).toHaveLength(2);
    expect(partOf(html, 'card-13')).not.toContain('/customers/');
  });
});

function olderOf(html: string): string | undefined {
  return /href="([^"]+)"[^>]*>\s*Older/u.exec(html)?.[1];
}
