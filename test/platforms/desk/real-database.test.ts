import { afterEach, beforeEach, expect, it } from 'vitest';
import { conversationIn } from '../../contracts/conversation-in.js';
import { createWorld, type World } from '../../world.js';
import { type Browser, partOf, wordsOf } from './browse.js';
import { openRealDesk } from './real-desk.js';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await createWorld();
  const staffId = await world.staff('Kim');
  browser = await openRealDesk({ world, conversation: conversationIn(world), staffId });
});
afterEach(() => world.database.close());

it('a summary is read by who asked alone, and shared once it stands among the cards of the channel', async () => {
  await world.hear({ customer: { id: 'maria', name: 'Maria Lopez' } });
  await world.triageAll();
  world.pass(5 * 3_600_000);
  const from = { back: '/channels/support', place: 'command' };
  const asked = await browser.post('/command', {
    ...from,
    channel: 'support',
    line: '/cx-summary today all',
  });
  const answer = partOf(asked.html, 'command-answer');
  expect(wordsOf(answer)).toContain('Needs you now 1 unclaimed past its time');
  expect(wordsOf(answer)).toContain('Heard 1 (was 0) · Alerts 1 (was 0)');
  expect(answer).toContain('/alerts/1/claim');
  const [, report] = /\/reports\/([0-9a-f-]{36})\/share/u.exec(answer)!;
  const share = () => browser.post(`/reports/${report!}/share`, from);
  expect(wordsOf((await share()).html)).toContain('Shared: it stands in the channel you asked in.');
  expect(wordsOf((await share()).html)).toContain('It is not posted twice');
  await world.database.pool.query(
    `update messages set state = 'posted', reference = id::text, posted_at = now() where role = 'report'`,
  );
  const { html } = await browser.get('/channels/support');
  const shown = wordsOf(partOf(html, `report-${report!}`));
  expect(shown).toContain('All teams · today Shared by Kim');
  expect(shown).toContain('Needs somebody now 1 unclaimed past its time');
});

it('an alert on the real database is read, claimed and resolved, and its customer’s timeline tells', async () => {
  await world.hear({ customer: { id: 'maria', name: 'Maria Lopez' }, text: 'Where is my refund?' });
  await world.triageAll();
  const list = await browser.get('/alerts');
  const [, number] = /id="cx-(\d+)"/u.exec(list.html)!;
  const card = `cx-${number!}`;
  expect(wordsOf(partOf(list.html, card))).toContain('“Where is my refund?”');

  const from = { back: '/alerts', place: 'stream' };
  const claimed = await browser.post(`/alerts/${number!}/claim`, from);
  expect(wordsOf(partOf(claimed.html, card))).toContain('Claimed by Kim');
  const answers = { 'field-outcome': 'recovered', 'field-rootCause': 'refund stuck in review' };
  const resolved = await browser.post(`/alerts/${number!}/resolve/answers`, { ...from, ...answers });
  expect(wordsOf(partOf(resolved.html, card))).toContain('Resolved: recovered');

  const thread = await browser.get(`/alerts/${number!}`);
  expect(wordsOf(partOf(thread.html, 'thread'))).toContain('Kim resolved this');
  const [timeline] = /\/customers\/[0-9a-f-]{36}/u.exec(thread.html)!;
  expect(wordsOf((await browser.get(timeline)).html)).toContain('Where is my refund?');
  for (const path of ['/mine', '/channels/support', '/heard', '/sources', '/delivery'])
    expect((await browser.get(path)).status, path).toBe(200);
});

it('a theme is renamed and merged on its page, and the alerts follow', async () => {
  await world.hear({ customer: { id: 'maria', name: 'Maria Lopez' } });
  await world.hear({ customer: { id: 'bo' }, text: '<script>You will hear from my lawyer</script>' });
  await world.triageAll();
  world.pass(60_000);
  const before = await browser.get('/themes');
  expect(wordsOf(partOf(before.html, 'themes-configured'))).toMatch(
    /^Configured legal “?.*You will hear from my lawyer.*CX-2 1 alert, was 0 Rename .* refunds .*CX-1 1 alert, was 0/u,
  );
  expect(before.html).not.toContain('<script>You');
  expect(wordsOf(partOf(before.html, 'themes-quiet'))).toMatch(/^Not heard of price(?! ·)/u);
  const renamed = await browser.post('/themes', { from: 'refunds', to: 'money back' });
  expect(wordsOf(partOf(renamed.html, 'page-answer'))).toContain(
    'refunds is called money back from now on, in what was heard before as well.',
  );
  const merged = await browser.post('/themes', { from: 'legal', to: 'Money back' });
  expect(wordsOf(partOf(merged.html, 'page-answer'))).toContain('legal is part of money back from now on');
  expect(wordsOf(partOf(merged.html, 'themes-configured'))).toContain('2 alerts, was 0');
  const late = await browser.post('/themes', { from: 'refunds', to: 'returns' });
  expect(wordsOf(partOf(late.html, 'page-answer'))).toContain(
    'Nothing changed: refunds is called money back since somebody renamed it.',
  );
  const summary = await browser.post('/command', {
    back: '/channels/support',
    place: 'command',
    channel: 'support',
    line: '/cx-summary today',
  });
  expect(wordsOf(partOf(summary.html, 'command-answer'))).toContain('Themes money back 2 (was 0)');
});

it('nothing is called by a character that no text of the database can hold', async () => {
  for (const path of ['/channels/%00', '/channels/a%00b?of=slack', '/customers?q=%00'])
    expect((await browser.get(path)).status, path).toBe(404);
});
