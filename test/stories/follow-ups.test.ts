import { beforeAll, describe, expect, it } from 'vitest';
import { AMBER, cardsIn, type ShownCard } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, MONEY, type Story } from './story.js';
import { pause, until } from './until.js';
import { visitDesk } from './visit-desk.js';

const DAY_MS = 86_400_000;

/** Signatures of a counterpart go by the real clock: in a story in which time passes, Slack is reached by its socket. */
describe('follow-ups', () => {
  let story: Story;
  const cardOf = (name: string): ShownCard =>
    cardsIn(story.slack, MONEY).find(({ title }) => title.includes(`${name}*`))!;
  const threadOf = (name: string): string => cardOf(name).thread.join('\n');
  const told = () => story.slack.directMessages({ user: KIM });
  const late = { EARSHOT_TEST: JSON.stringify({ clockOffsetMs: 10 * DAY_MS }) };

  beforeAll(async () => {
    story = await beginStory({ mode: 'socket' });
    for (const customer of ['a', 'b', 'c'])
      await story.hear(lowScore({ customer: { id: customer, name: `Customer ${customer}` } }));
    await until('three cards', () => (cardsIn(story.slack, MONEY).length === 3 ? true : undefined), 30_000);
    for (const name of ['CX-1', 'CX-2'])
      await story.slack.clickButton({ channel: MONEY, ts: cardOf(name).ts, user: KIM, actionId: 'claim' });
    await until('two are claimed', () =>
      ['CX-1', 'CX-2'].every((name) => cardOf(name).colour === AMBER) ? true : undefined,
    );
  }, 120_000);

  it('days later the owner of two finds one message with both, and the thread of the third says that its time is over', async () => {
    await story.restart(late);
    await story.connected();
    const message = await until('Kim is told', () => told()[0], 30_000);
    const all = JSON.stringify(message);
    expect(all).toContain('2 of your alerts need you');
    expect(all).toContain('CX-1');
    expect(all).toContain('CX-2');
    expect(all).not.toContain('CX-3');
    await until('the thread is told', () =>
      threadOf('CX-3').includes('Nobody has claimed this') ? true : undefined,
    );
    expect(cardOf('CX-3').all).toContain('missed');
  }, 60_000);

  it('says none of it again after another restart', async () => {
    await story.restart(late);
    await story.connected();
    await pause(2_000);
    expect(told()).toHaveLength(1);
    expect(threadOf('CX-3').match(/Nobody has claimed this/gu)).toHaveLength(1);
  }, 60_000);

  it('the reminder can be answered where it stands: put off until a time, and the card shows it', async () => {
    const direct = story.slack
      .calls({ method: 'chat.postMessage' })
      .map(({ args }) => String(args['channel']))
      .find((channel) => channel.startsWith('D'))!;
    const place = { channel: direct, ts: told()[0]!.ts, user: KIM };
    await story.slack.clickButton({ ...place, actionId: 'remind_me', value: '1' });
    await story.slack.waitForView({ user: KIM, containing: 'Reminder, CX-1' });
    const wrong = await story.slack.submitView({ user: KIM, values: { span: 'until', until: 'whenever' } });
    expect(wrong.outcome).toMatchObject({ kind: 'errors' });
    const right = await story.slack.submitView({ user: KIM, values: { span: '4h' } });
    expect(right.outcome).toEqual({ kind: 'closed' });
    await until('the card shows it', () => (cardOf('CX-1').all.includes('Snoozed') ? true : undefined));
    await until('the thread says so', () =>
      threadOf('CX-1').includes('snoozed this until') ? true : undefined,
    );
    await story.slack.clickButton({ ...place, actionId: 'release', value: '2' });
    await until('the other is free', () => (threadOf('CX-2').includes('gave this back') ? true : undefined));
    const desk = await visitDesk(story.product());
    expect(await desk.read('/alerts')).toContain('snoozed');
  }, 60_000);

  it('the menu of a card reaches everything: a promise on the customer’s clock, kept by a logged contact', async () => {
    const at = { channel: MONEY, ts: cardOf('CX-1').ts, user: KIM };
    await story.slack.clickButton({ ...at, actionId: 'more', choose: 'promise:1' });
    await story.slack.waitForView({ user: KIM, containing: 'Call back CX-1' });
    expect((await story.slack.submitView({ user: KIM, values: { due: 'in 2 h' } })).outcome).toEqual({
      kind: 'closed',
    });
    await until('the card shows it', () =>
      cardOf('CX-1').all.includes('a call-back at') ? true : undefined,
    );
    await story.slack.clickButton({ ...at, actionId: 'more', choose: 'log_contact:1' });
    await story.slack.waitForView({ user: KIM, containing: 'Contact for CX-1' });
    await story.slack.submitView({
      user: KIM,
      values: { channel: 'call', result: 'reached', note: 'all well' },
    });
    await until('the thread says so', () =>
      threadOf('CX-1').includes('The promise is kept.') ? true : undefined,
    );
    await story.slack.clickButton({ ...at, actionId: 'more', choose: 'more_actions:1' });
    await story.slack.waitForEphemeral({ user: KIM, containing: 'What else can be done' });
    const { body } = await story.slack.sendCommand({
      user: KIM,
      channel: MONEY,
      command: '/cx-mine',
      text: '',
    });
    expect(JSON.stringify(body)).toContain('1 alert is yours');
    expect(
      story
        .product()
        .log()
        .filter(({ level }) => level >= 50),
    ).toEqual([]);
    await story.product().stop();
  }, 60_000);
});
