import { beforeEach, describe, expect, it } from 'vitest';
import { type Opened, openDesk, partOf, wordsOf } from './browse.js';
import { ANA, KIM, minutesFromNow, someAlert } from './some-alert.js';

const FROM_CHANNEL = { back: '/channels/support', place: 'stream' };

describe('acting on the desk without script', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openDesk({ people: { kind: 'anybody' } });
    opened.world.post('support', someAlert(12));
    opened.world.post('support', someAlert(13));
    await actAs(KIM.id);
  });
  const actAs = (staff: string) => opened.browser.post('/act-as', { staff, back: '/alerts' });
  const post = (path: string, fields: Record<string, string>) => opened.browser.post(path, fields);

  it('claims with one press and comes back to the card, which says who has it', async () => {
    opened.world.at = minutesFromNow(4);
    const page = await post('/alerts/12/claim', FROM_CHANNEL);
    expect(page).toMatchObject({ status: 200, address: '/channels/support#cx-12' });
    expect(wordsOf(partOf(page.html, 'cx-12'))).toContain('Claimed by Kim Larsen CX-12');
    expect(wordsOf(partOf(page.html, 'cx-12'))).toContain('1 update Kim Larsen claimed this after 4 min.');
    expect(wordsOf(partOf(page.html, 'cx-13'))).toContain('High CX-13');
  });

  it('tells a late click under its card who has had it since when, and changes nothing', async () => {
    await post('/alerts/12/claim', FROM_CHANNEL);
    await actAs(ANA.id);
    const page = await post('/alerts/12/claim', FROM_CHANNEL);
    expect(page.address).toMatch(/^\/channels\/support\?answer=[\w-]+#cx-12$/u);
    const answer = wordsOf(partOf(page.html, 'answer-12'));
    expect(answer).toContain('Only you see this');
    expect(answer).toContain('Kim Larsen has had this since');
    expect(answer).toContain('Take over');
    expect(opened.world.view(12).alert.ownerId).toBe(KIM.id);
  });

  it('asks under the card before it resolves, keeps what was given when something is missing, and resolves', async () => {
    await post('/alerts/12/claim', FROM_CHANNEL);
    const asked = await post('/alerts/12/resolve', FROM_CHANNEL);
    expect(wordsOf(partOf(asked.html, 'answer-12'))).toContain('Resolve CX-12');
    expect(partOf(asked.html, 'answer-12')).toContain('action="/alerts/12/resolve/answers"');

    const mend = await post('/alerts/12/resolve/answers', {
      ...FROM_CHANNEL,
      'field-outcome': 'recovered',
      'field-note': 'Called "back" & refunded',
    });
    const form = partOf(mend.html, 'answer-12');
    expect(wordsOf(form)).toContain('Say in a few words what caused it.');
    expect(form).toMatch(/value="recovered"[^>]* checked/u);
    expect(form).toContain('Called &quot;back&quot; &amp; refunded</textarea>');
    expect(opened.world.view(12).alert.state).toBe('claimed');

    const done = await post('/alerts/12/resolve/answers', {
      ...FROM_CHANNEL,
      'field-outcome': 'recovered',
      'field-rootCause': 'refund stuck in review',
    });
    expect(wordsOf(partOf(done.html, 'cx-12'))).toContain('Resolved: recovered CX-12');
    expect(done.html).not.toContain('class="ask"');
  });

  it('lets a choice that need not be made be taken back, and none that must', async () => {
    await post('/alerts/12/claim', FROM_CHANNEL);
    const report = await post('/command', { back: '/alerts', line: '/cx-report' });
    expect(wordsOf(partOf(report.html, 'command-answer'))).toContain(
      'Praise: nobody has to act None of these',
    );
    const resolve = await post('/alerts/12/resolve', FROM_CHANNEL);
    expect(wordsOf(partOf(resolve.html, 'answer-12'))).not.toContain('None of these');
  });

  it('shows the refusal instead of the form where somebody was quicker', async () => {
    await post('/alerts/12/claim', FROM_CHANNEL);
    const answers = { 'field-outcome': 'recovered', 'field-rootCause': 'refund stuck' };
    await post('/alerts/12/resolve/answers', { ...FROM_CHANNEL, ...answers });
    const late = await post('/alerts/12/resolve/answers', { ...FROM_CHANNEL, 'field-outcome': 'recovered' });
    expect(wordsOf(partOf(late.html, 'answer-12'))).toContain(
      'already resolved by you just now : recovered. Nothing changed.',
    );
  });

  it('offers everybody who may act where a person is asked for', async () => {
    const page = await post('/alerts/12/reassign', FROM_CHANNEL);
    const form = partOf(page.html, 'answer-12');
    expect(form).toContain('<option value="ana">Ana Duarte</option>');
    await post('/alerts/12/reassign/answers', { ...FROM_CHANNEL, 'field-to': ANA.id });
    expect(opened.world.view(12).alert).toMatchObject({ state: 'claimed', ownerId: ANA.id });
  });

  it('keeps an alert in a list that it left until the reader moves on', async () => {
    await post('/alerts/12/claim', { back: '/alerts', place: 'stream' });
    const answers = { 'field-outcome': 'recovered', 'field-rootCause': 'refund stuck' };
    const page = await post('/alerts/12/resolve/answers', { back: '/alerts', place: 'stream', ...answers });
    expect(page.address).toBe('/alerts?kept=12#cx-12');
    expect(wordsOf(partOf(page.html, 'cx-12'))).toContain('Resolved: recovered');
    expect((await opened.browser.get('/alerts')).html).not.toContain('id="cx-12"');
  });

  it('answers in the thread what was pressed in the thread', async () => {
    const page = await post('/alerts/12/resolve', { back: '/channels/support?open=12', place: 'thread' });
    expect(page.address).toMatch(/\?open=12&answer=[\w-]+#thread$/u);
    expect(partOf(page.html, 'thread')).toContain('data-answer');
    expect(partOf(page.html, 'cx-12')).not.toContain('data-answer=');
  });

  it('runs a typed command and answers above the line, with buttons that work and leave the answer there', async () => {
    const page = await post('/command', {
      line: '/cx-alerts unclaimed',
      back: '/channels/support',
      channel: 'support',
    });
    expect(page.address).toMatch(/^\/channels\/support\?answer=[\w-]+#command-answer$/u);
    const answer = partOf(page.html, 'command-answer');
    expect(wordsOf(answer)).toContain('2 alerts have no owner yet');
    expect(answer).toContain('formaction="/alerts/13/claim"');
    const back = page.address.split('#')[0]!;
    const pressed = await post('/alerts/13/claim', { back, place: 'command' });
    expect(wordsOf(partOf(pressed.html, 'command-answer'))).toContain('2 alerts have no owner yet');
    expect(wordsOf(partOf(pressed.html, 'cx-13'))).toContain('Claimed by Kim Larsen');
  });

  it('means the team of the channel that a command is typed in', async () => {
    const lines: (string | undefined)[] = [];
    const asked = await openDesk({
      teamOf: (channel) => (channel === 'support' ? 'EMEA' : undefined),
      conversation: {
        ...opened.world.conversation,
        command: (typed) => {
          lines.push(typed.team);
          return Promise.resolve({ lines: [] });
        },
      },
    });
    await asked.browser.post('/command', { line: '/cx-alerts team', channel: 'support' });
    await asked.browser.post('/command', { line: '/cx-alerts team' });
    expect(lines).toEqual(['EMEA', undefined]);
  });

  it('suggests what was meant', async () => {
    const page = await post('/command', { line: '/cx-alrts mine', back: '/alerts' });
    expect(wordsOf(partOf(page.html, 'command-answer'))).toContain('Did you mean /cx-alerts mine');
  });

  it('shows an answer to the browser that asked, and to no other', async () => {
    const page = await post('/command', { line: '/cx-help', back: '/alerts' });
    const address = page.address.split('#')[0]!;
    expect(partOf((await opened.browser.get(address)).html, 'command-answer')).toContain('data-answer');
    const other = newSession(await openDesk());
    expect(partOf((await other.get(address)).html, 'command-answer')).not.toContain('data-answer');
  });

  it('acts as whom the reader picked, in the demo only', async () => {
    await actAs(ANA.id);
    await post('/alerts/12/claim', FROM_CHANNEL);
    expect(opened.world.view(12).alert.ownerId).toBe(ANA.id);
    await actAs('nobody-we-know');
    await post('/alerts/13/claim', FROM_CHANNEL);
    expect(opened.world.view(13).alert.ownerId).toBe(ANA.id);

    const single = await openDesk();
    single.world.post('support', someAlert(12));
    await single.browser.post('/act-as', { staff: ANA.id, back: '/alerts' });
    await single.browser.post('/alerts/12/claim', FROM_CHANNEL);
    expect(single.world.view(12).alert.ownerId).toBe(KIM.id);
    expect((await single.browser.get('/alerts')).html).not.toContain('name="staff"');
  });

  it('tries a message that was given up once more, and says when there is nothing to try', async () => {
    const id = '00000000-0000-7000-8000-000000007001';
    opened.world.dead.push({
      id,
      platform: 'slack',
      channel: '#emea',
      alert: 12,
      why: 'msg_too_long',
      since: opened.world.at,
    });
    expect(wordsOf((await opened.browser.get('/delivery')).html)).toContain(
      'CX-12 in slack channel #emea msg_too_long Retry',
    );
    const retry = () => post(`/delivery/${id}/retry`, { back: '/delivery' });
    expect(wordsOf((await retry()).html)).toContain('Nothing was given up.');
    expect(wordsOf((await retry()).html)).toContain('That message is not given up any more');
  });

  it('lets one more customer speak in the demo, and not elsewhere', async () => {
    let sent = 0;
    const demo = await openDesk({ sendSample: () => Promise.resolve(void (sent += 1)) });
    expect((await demo.browser.get('/alerts')).html).toContain('formaction="/sample"');
    await demo.browser.post('/sample', { back: '/alerts' });
    expect(sent).toBe(1);
    expect((await opened.browser.get('/alerts')).html).not.toContain('/sample');
    expect((await post('/sample', { back: '/alerts' })).status).toBe(404);
  });

  it('knows no action that is not on a card', async () => {
    for (const path of [
      '/alerts/12/delete',
      '/alerts/12/claim/answers',
      '/alerts/x/claim',
      '/alerts/12/history/answers',
    ])
      expect((await post(path, FROM_CHANNEL)).status, path).toBe(404);
  });

  it('says that nothing changed while the database is away, and that it may have where the commit went unanswered', async () => {
    opened.world.database = 'away';
    const away = await post('/alerts/12/claim', FROM_CHANNEL);
    expect(away.status).toBe(503);
    expect(wordsOf(away.html)).toContain(
      'Nothing changed: I could not reach the database. Try again in a moment.',
    );
    opened.world.database = 'uncertain';
    const uncertain = await post('/alerts/12/claim', FROM_CHANNEL);
    expect(wordsOf(uncertain.html)).toContain('cannot say whether anything changed');
    opened.world.database = 'there';
    expect(opened.world.view(12).alert.state).toBe('open');
  });
});

function newSession({ browser }: Opened) {
  return browser;
}
