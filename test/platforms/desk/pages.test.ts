import { describe, expect, it } from 'vitest';
import { openDesk, partOf, wordsOf } from './browse.js';
import { ANA, KIM, minutesFromNow, someAlert } from './some-alert.js';

const MARIA = '00000000-0000-7000-8000-000000000001';

describe('the pages of the desk', () => {
  it('show a channel with its newest card first, its facts, its reason and what can be done', async () => {
    const { world, browser } = await openDesk();
    world.post('support', someAlert(12));
    world.at = minutesFromNow(20);
    world.post('support', someAlert(13, { alert: { severity: 'critical' } }));
    world.at = minutesFromNow(24);
    const { html } = await browser.get('/channels/support');
    expect(html.indexOf('id="cx-13"')).toBeLessThan(html.indexOf('id="cx-12"'));
    expect(wordsOf(partOf(html, 'card-12'))).toBe(
      'High CX-12 24 min ago Maria Lopez at Acme gave 2 of 5 after a call about refunds ' +
        '“Third time I call about the same refund. I am cancelling on Friday.” ' +
        'Score CSAT 2 of 5 Account Acme · gold · €48k a year Owner nobody yet Respond by 11:40 ( in 36 min ) ' +
        'Prefers a phone call Why: CSAT of 2 of 5 for a gold account; says “cancelling”. Theme: refunds. ' +
        'Claim Not an issue More Snooze Change severity Reassign History Post-mortem ' +
        'Zendesk 8841 (acme.zendesk.example) ↗',
    );
    expect(partOf(html, 'cx-13')).toContain('card tone-critical');
    expect(wordsOf(html)).toContain('#support 2 open, 2 unclaimed');
  });

  it('say that an alert is overdue: an open one by its answer, a claimed one by its solution', async () => {
    const { world, browser } = await openDesk();
    world.post('support', someAlert(12));
    world.post('support', someAlert(13, { alert: { state: 'claimed', ownerId: KIM.id } }));
    world.at = minutesFromNow(61);
    const { html } = await browser.get('/channels/support');
    expect(wordsOf(partOf(html, 'card-12'))).toContain('High CX-12 Overdue');
    expect(partOf(html, 'card-13')).not.toContain('Overdue');
  });

  it('list all alerts, the gravest first, and one’s own', async () => {
    const { world, browser } = await openDesk();
    world.post('support', someAlert(12, { alert: { severity: 'low' } }));
    world.post(
      'success',
      someAlert(13, { alert: { severity: 'critical', state: 'claimed', ownerId: KIM.id } }),
    );
    world.post('success', someAlert(14, { alert: { state: 'claimed', ownerId: ANA.id } }));
    world.post('success', someAlert(15, { alert: { state: 'resolved' } }));
    const all = (await browser.get('/alerts')).html;
    expect([...all.matchAll(/<li id="cx-(\d+)"/gu)].map(([, number]) => number)).toEqual(['13', '14', '12']);
    const mine = (await browser.get('/mine')).html;
    expect([...mine.matchAll(/<li id="cx-(\d+)"/gu)].map(([, number]) => number)).toEqual(['13']);
    expect(wordsOf(partOf(mine, 'rail-nav'))).toContain(
      'All alerts 3 open Mine 1 yours Channels # success 2 open, 0 unclaimed # support 1 open, 1 unclaimed',
    );
  });

  it('remind of what fell due above one’s own alerts, as long as it is to be done', async () => {
    const { world, browser } = await openDesk();
    world.post('support', someAlert(13, { alert: { state: 'claimed', ownerId: KIM.id } }));
    const view = world.view(13);
    const of = (dueAt: Date) => ({ what: 'resolve_due', dueAt, view }) as const;
    world.reminders.push(of(view.alert.resolveBy));
    const mine = (await browser.get('/mine')).html;
    expect(wordsOf(partOf(mine, 'stream-above'))).toMatch(
      /CX-13 , .*: it was to be resolved by .*Remind me/u,
    );
    world.reminders.splice(0, 1, of(new Date(0)));
    expect(wordsOf(partOf((await browser.get('/mine')).html, 'stream-above'))).toBe('');
  });

  it('open a thread beside the stream: the whole words, the lines, the customer', async () => {
    const { world, browser } = await openDesk();
    const words = `It began in March. ${'And then it happened again. '.repeat(20)}That is all.`;
    const owned = { customerId: MARIA };
    const customer = { id: MARIA, name: 'Maria Lopez', email: 'maria@acme.example' };
    world.post('support', someAlert(12, { lead: { text: words }, alert: owned, view: { customer } }));
    await browser.post('/alerts/12/claim', { back: '/channels/support', place: 'stream' });
    const page = await browser.get('/channels/support?open=12');
    expect(partOf(page.html, 'card-12')).not.toContain('That is all.');
    const thread = partOf(page.html, 'thread');
    expect(thread).toContain('That is all.');
    expect(wordsOf(thread)).toContain('Kim Larsen claimed this');
    expect(wordsOf(thread)).toContain('maria@acme.example');
    expect(thread).toContain(`href="/customers/${MARIA}"`);
    expect(page.html).toContain('class="desk shape-stream threaded"');
  });

  it('open an alert by its own address, also a closed one', async () => {
    const { world, browser } = await openDesk();
    world.post('support', someAlert(15, { alert: { state: 'resolved' } }));
    const page = await browser.get('/alerts/15');
    expect(page.address).toBe('/alerts?open=15&kept=15#cx-15');
    expect(partOf(page.html, 'thread')).toContain('CX-15');
    expect(wordsOf(partOf((await browser.get('/alerts/99')).html, 'thread'))).toContain('There is no CX-99.');
  });

  it('show everything heard, also what made no alert, with the reason', async () => {
    const { world, browser } = await openDesk();
    const { lead } = someAlert(12);
    world.heard.push(
      {
        position: '2',
        signal: { ...lead, id: 's2' },
        customerId: MARIA,
        reason: 'Says “cancelling”.',
        alert: 12,
      },
      {
        position: '1',
        signal: { ...lead, id: 's1', kind: 'praise', speaker: 'Oskar Lind', text: 'Thank you!' },
        reason: 'Praise: kept on the timeline for thanks.',
      },
      { position: '0', signal: { ...lead, id: 's0', speaker: 'Yuki' } },
    );
    const rows = wordsOf((await browser.get('/heard')).html);
    expect(rows).toContain('Maria Lopez survey · CSAT 2 of 5 · by phone');
    expect(rows).toContain('CX-12 Says “cancelling”.');
    expect(rows).toContain('Oskar Lind praise');
    expect(rows).toContain('Thank you! Praise: kept on the timeline for thanks.');
    expect(rows).toContain('Being read now.');
  });

  it('show what waits, what is unconfirmed, what is parked and what somebody should mend', async () => {
    const { world, browser } = await openDesk({
      platforms: () => [{ name: 'slack', state: 'parked', reason: 'The token was revoked.' }],
    });
    world.notices.push({ key: 'a', text: 'Invite the bot: /invite @Earshot in #support.', at: world.at });
    const page = await browser.get('/delivery');
    expect(wordsOf(page.html)).toContain('Invite the bot: /invite @Earshot in #support.');
    expect(wordsOf(page.html)).toContain(
      'slack Stopped Messages wait until somebody mends it. The token was revoked. 2 1',
    );
    expect(wordsOf(partOf(page.html, 'rail-nav'))).toContain('Delivery 2 to mend');
  });

  it.each([
    [{ state: 'ok' }, 'slack Working 2 1'],
    [{ state: 'starting' }, 'slack Connecting Messages wait until it answers. 2 1'],
    [
      { state: 'away', reason: 'not sent: ECONNREFUSED' },
      'slack Cannot be reached It is tried again by itself. Messages that cannot go out wait. Not sent: ECONNREFUSED. 2 1',
    ],
  ] as const)('say in plain words how a platform is that nobody has to mend: %j', async (slack, words) => {
    const { browser } = await openDesk({ platforms: () => [{ name: 'slack', ...slack }] });
    const { html } = await browser.get('/delivery');
    expect(wordsOf(html)).toContain(words);
    expect(wordsOf(partOf(html, 'rail-nav'))).not.toContain('to mend');
  });

  it('list the sources and when each was heard last', async () => {
    const { world, browser } = await openDesk();
    world.heard.push({ position: '1', signal: someAlert(12).lead });
    world.at = minutesFromNow(3);
    expect(wordsOf((await browser.get('/sources')).html)).toContain('zendesk 1 3 min ago');
  });

  it('say on an empty page what will appear there and how to make it', async () => {
    const { browser } = await openDesk({ sendSample: () => Promise.resolve() });
    const words = async (path: string) => wordsOf((await browser.get(path)).html);
    expect(await words('/alerts')).toContain('Nothing heard yet');
    expect(await words('/alerts')).toContain('curl --json @- http://127.0.0.1:3000/hooks/demo');
    expect(await words('/channels/support')).toContain('Nothing was posted in #support yet');
    expect(await words('/mine')).toContain('What you claim, or what somebody hands to you, stays here');
    expect(await words('/heard')).toContain('Every voice that a source sends is listed here');
    expect(await words('/sources')).toContain('Each configured source appears here with its first voice');
    expect(await words('/delivery')).toContain('Nothing was given up.');
    expect(await words(`/customers/${MARIA}`)).toContain('Nothing was heard from this customer');
  });

  it('say that nobody waits where all is closed', async () => {
    const { world, browser } = await openDesk();
    world.heard.push({ position: '1', signal: someAlert(12).lead });
    expect(wordsOf((await browser.get('/alerts')).html)).toContain('Nobody is waiting for you');
  });

  it('keep a configured channel in the rail when nothing is open in it', async () => {
    const { browser } = await openDesk({ channels: ['support', 'emea care'] });
    expect((await browser.get('/alerts')).html).toContain('href="/channels/emea%20care"');
    expect((await browser.get('/channels/emea%20care')).status).toBe(200);
  });

  it('say plainly that there is no such page', async () => {
    const { browser } = await openDesk();
    for (const path of [
      '/nowhere',
      '/customers/not-an-id',
      '/alerts/12/claim',
      '/post-mortems/1/sections/a%0d%0ab',
    ])
      expect(await browser.get(path), path).toMatchObject({ status: 404 });
  });

  it('say that the database is away, and how it goes on', async () => {
    const { world, browser } = await openDesk();
    world.database = 'away';
    const page = await browser.get('/alerts');
    expect(page.status).toBe(503);
    expect(wordsOf(page.html)).toContain('I could not reach the database. Try again in a moment. Try again');
  });

  it('say that nobody may act where no staff is known', async () => {
    const { world, browser } = await openDesk();
    world.staff.length = 0;
    expect(wordsOf((await browser.get('/alerts')).html)).toContain('Nobody may act here yet');
  });

  it('page back through a long channel', async () => {
    const { world, browser } = await openDesk();
    for (let number = 1; number <= 60; number += 1) world.post('support', someAlert(number));
    const first = (await browser.get('/channels/support')).html;
    expect([...first.matchAll(/<li id="cx-/gu)]).toHaveLength(50);
    const [, older] = /href="([^"]+)"[^>]*>\s*Older/u.exec(first) ?? [];
    const second = (await browser.get(older!)).html;
    expect([...second.matchAll(/<li id="cx-/gu)]).toHaveLength(10);
    expect(wordsOf(second)).toContain('Back to the newest');
  });
});
