import { beforeAll, describe, expect, it } from 'vitest';
import { cardsIn, type ShownCard } from './read-slack.js';
import { beginStory, KIM, MONEY, SAM, SUPPORT, type Story } from './story.js';
import { until } from './until.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

const GUS = 'U0GUS00001';

describe('what people hear, reported on Slack and the desk', () => {
  let story: Story;
  let said: string;
  let desk: DeskVisit;
  const card = (name: string, channel = MONEY): Promise<ShownCard> =>
    until(`${name} is there`, () => cardsIn(story.slack, channel).find(({ title }) => title.includes(name)));
  const told = (user: string, words: string) =>
    until(`${user} is told “${words}”`, () =>
      story.slack.directMessages({ user }).find((each) => JSON.stringify(each).includes(words)),
    );
  const report = (user: string, ts = said) =>
    story.slack.useShortcut({ user, channel: SUPPORT, ts, callbackId: 'report_voice' });

  beforeAll(async () => {
    story = await beginStory();
    desk = await visitDesk(story.product());
    story.slack.setUser({ id: GUS, name: 'gus', realName: 'Gus Guest', isRestricted: true });
    said = story.slack.say({
      user: SAM,
      channel: SUPPORT,
      text: `Maria told <@${KIM}|kim> &amp; me: “third call about the same refund” <!channel>`,
    });
  }, 60_000);

  it('is a message whose words and link are taken along by an entry of its menu; the alert shows both', async () => {
    await report(KIM);
    const view = await story.slack.waitForView({ user: KIM, containing: 'Report a voice' });
    expect(JSON.stringify(view)).toContain(
      'Maria told @kim & me: “third call about the same refund” @channel',
    );
    const wrong = await story.slack.submitView({ user: KIM, values: { score: 'very bad' } });
    expect(wrong.outcome).toMatchObject({ kind: 'errors', errors: { score: expect.anything() as unknown } });
    const { outcome } = await story.slack.submitView({
      user: KIM,
      values: { customer: 'Maria Lopez at Acme', score: '1 of 5', channel: 'call' },
    });
    expect(JSON.stringify(outcome)).toContain('Thank you, it is kept.');
    const { all, title } = await card('CX-1');
    expect(title).toContain('Maria Lopez at Acme gave 1 of 5 by phone');
    expect(all).toContain(`archives/${SUPPORT}/p${said.replace('.', '')}`);
    expect(all).not.toContain('<!channel>');
    await told(KIM, 'What you reported is CX-1 now');
  });

  it('counts once, and whoever reports it again hears what became of it', async () => {
    await report(SAM);
    await story.slack.waitForView({ user: SAM, containing: 'Report a voice' });
    const { outcome } = await story.slack.submitView({ user: SAM, values: {} });
    expect(JSON.stringify(outcome)).toContain('What was reported is CX-1 now.');
    expect(story.slack.directMessages({ user: SAM })).toEqual([]);
  });

  it('a guest is told kindly that they cannot, and no form opens', async () => {
    await report(GUS);
    await story.slack.waitForEphemeral({ user: GUS, containing: 'Guests can read along' });
    await expect(story.slack.submitView({ user: GUS, values: {} })).rejects.toThrow('no view');
  });

  it('is typed as a command, whose words stand in the form already', async () => {
    await story.slack.sendCommand({
      user: SAM,
      channel: SUPPORT,
      command: '/cx-report',
      text: 'They love the new invoice page',
    });
    const view = await story.slack.waitForView({ user: SAM, containing: 'Report a voice' });
    expect(JSON.stringify(view)).toContain('They love the new invoice page');
    await story.slack.submitView({ user: SAM, values: { gravity: 'praise' } });
    await told(SAM, 'is kept on the customer’s timeline');
  });

  it('is reported on the desk, where Mine shows what became of it', async () => {
    const form = await desk.send('/command', { back: '/alerts', line: '/cx-report' });
    expect(form.words).toContain('Report a voice');
    const once = /name="field-once" value="([^"]+)"/u.exec(form.html)?.[1] ?? '';
    const answers = { back: '/alerts', 'field-once': once, 'field-text': 'The refund never came.' };
    expect((await desk.send('/tell/report_voice/answers', answers)).words).toContain(
      'Thank you, it is kept.',
    );
    const mine = await until('Mine shows it', async () => {
      const page = await desk.read('/mine');
      return page.includes('What you reported is CX-2 now') ? page : undefined;
    });
    expect(mine).toContain('The refund never came.');
    await card('CX-2');
  });

  it('and a message of a thread becomes a note in the post-mortem, once', async () => {
    await story.slack.sendCommand({ user: KIM, channel: MONEY, command: '/cx-postmortem', text: 'CX-1' });
    const paper = (): ShownCard | undefined =>
      cardsIn(story.slack, MONEY).find(({ all }) => all.includes('Post-mortem PM-1 '));
    await until('PM-1 is there', paper);
    for (const words of ['holds the message now', 'holds this message already']) {
      await story.slack.useShortcut({ user: KIM, channel: SUPPORT, ts: said, callbackId: 'add_note' });
      await story.slack.waitForView({ user: KIM, containing: 'Note in PM-1' });
      const { outcome } = await story.slack.submitView({ user: KIM, values: { section: 'did_not' } });
      expect(JSON.stringify(outcome)).toContain(words);
      await story.slack.closeView({ user: KIM });
    }
    await until('the thread says so', () =>
      paper()?.thread.some((line) => line.includes('added a message of')) ? true : undefined,
    );
    expect(await desk.read('/post-mortems/1')).toContain(`archives/${SUPPORT}/p${said.replace('.', '')}`);
  });

  it('is told of again when it is resolved, to who reported it and did not resolve it', async () => {
    const { ts } = await card('CX-1');
    await story.slack.clickButton({ channel: MONEY, ts, user: SAM, actionId: 'claim' });
    await until('it is claimed', async () =>
      (await card('CX-1')).thread.some((each) => each.includes('claimed this')) ? true : undefined,
    );
    await story.slack.clickButton({ channel: MONEY, ts, user: SAM, actionId: 'resolve' });
    await story.slack.waitForView({ user: SAM, containing: 'Resolve CX-1' });
    await story.slack.submitView({ user: SAM, values: { outcome: 'recovered', rootCause: 'review queue' } });
    await told(KIM, 'CX-1, which you reported, is resolved');
    expect(story.slack.directMessages({ user: KIM })).toHaveLength(2);
    expect(
      story
        .product()
        .log()
        .filter(({ level }) => level >= 50),
    ).toEqual([]);
    await story.product().stop();
  });
});
