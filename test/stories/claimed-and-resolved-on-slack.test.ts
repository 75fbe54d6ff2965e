import { beforeAll, describe, expect, it } from 'vitest';
import { AMBER, cardsIn, GREEN, RED, type ShownCard } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, MONEY, SAM, type Story, SUPPORT } from './story.js';
import { pause, until } from './until.js';

/** A person thinks nothing of it; a busy machine needs it. */
const WITHIN_MS = 5_000;
/** A reaction names the message alone: where it was posted has to be written down before. */
const BEFORE_ANYBODY_REACTS_MS = 500;

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory({ mode });
  }, 90_000);

  const cards = (): readonly ShownCard[] => cardsIn(story.slack, MONEY);
  const cardOf = (name: string): ShownCard => cards().find(({ title }) => title.includes(`${name}*`))!;
  const becomes = (name: string, colour: string) =>
    until(`the card of ${name} is ${colour}`, () =>
      cardOf(name).colour === colour ? cardOf(name) : undefined,
    );
  const threadSays = (name: string, words: RegExp) =>
    until(`the thread of ${name} says ${String(words)}`, () =>
      cardOf(name).thread.find((line) => words.test(line)),
    );
  const at = (name: string) => ({ channel: MONEY, ts: cardOf(name).ts });
  const type = async (user: string, command: string, text = ''): Promise<string> => {
    const { body, notShown } = await story.slack.sendCommand({ user, channel: MONEY, command, text });
    expect(notShown).toBeUndefined();
    return JSON.stringify(body);
  };
  /** Who has CX-1, and who would have liked to. */
  let owner = KIM;
  let other = SAM;

  it('a signed webhook becomes a card in the channel that hears of such things, within seconds', async () => {
    expect(await story.hear(lowScore())).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-1', timeoutMs: WITHIN_MS });
    expect(cards()).toMatchObject([
      { title: '*High · CX-1* · Maria Lopez gave 1 of 5, about refunds', colour: RED, thread: [] },
    ]);
    expect(cardsIn(story.slack, SUPPORT)).toEqual([]);
  });

  it('two people press Claim at the same moment: one has it, the other is told privately who and since when', async () => {
    const sent = await story.slack.clickTogether({
      clicks: [KIM, SAM].map((user) => ({ ...at('CX-1'), user, actionId: 'claim' })),
    });
    expect(sent.map(({ status, text }) => [status, text])).toEqual([
      [200, ''],
      [200, ''],
    ]);
    const line = await threadSays('CX-1', /claimed this/u);
    if (line.startsWith('sam')) [owner, other] = [SAM, KIM];
    const name = owner === KIM ? 'kim' : 'sam';
    const told = await story.slack.waitForEphemeral({
      user: other,
      containing: `${name} has had this since`,
    });
    expect(JSON.stringify(told.blocks)).toContain('"type":"date"');
    expect(story.slack.ephemerals({ user: owner })).toEqual([]);
    const card = await becomes('CX-1', AMBER);
    expect(card.title).toContain(`Claimed by ${name} · CX-1`);
    expect(card.thread).toHaveLength(1);
  });

  it('a button pressed after a restart works as if nothing had happened', async () => {
    await story.restart();
    await story.connected();
    await story.slack.clickButton({ ...at('CX-1'), user: other, actionId: 'resolve' });
    await story.slack.waitForEphemeral({ user: other, containing: 'Only the owner can resolve it' });
    expect(cardOf('CX-1').colour).toBe(AMBER);
  });

  it('Resolve asks for what came of it, and says at the field what is missing', async () => {
    await story.slack.clickButton({ ...at('CX-1'), user: owner, actionId: 'resolve' });
    await story.slack.waitForView({ user: owner, containing: 'Resolve CX-1' });
    const { outcome } = await story.slack.submitView({
      user: owner,
      values: { outcome: 'recovered', rootCause: '   ' },
    });
    expect(outcome).toEqual({
      kind: 'errors',
      errors: { rootCause: 'Say in a few words what caused it.' },
    });
    expect(cardOf('CX-1').colour).toBe(AMBER);
  });

  it('what was filled in closes it: the card turns green, and the thread tells what came of it', async () => {
    const { outcome } = await story.slack.submitView({
      user: owner,
      values: { outcome: 'recovered', rootCause: 'refund stuck in review', note: 'refunded and called back' },
    });
    expect(outcome).toEqual({ kind: 'closed' });
    expect((await becomes('CX-1', GREEN)).title).toContain('Resolved: ');
    const line = await threadSays('CX-1', /resolved this/u);
    expect(line).toContain('Refunded and called back.');
    expect(line).toContain('Cause: refund stuck in review.');
    expect(cardOf('CX-1').thread).toHaveLength(2);
  });

  it('eyes on a card claim it', async () => {
    await story.hear(lowScore());
    await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-2', timeoutMs: WITHIN_MS });
    await pause(BEFORE_ANYBODY_REACTS_MS);
    await story.slack.react({ ...at('CX-2'), user: KIM, reaction: 'eyes' });
    await threadSays('CX-2', /^kim claimed this/u);
    await becomes('CX-2', AMBER);
  });

  it('what is typed is answered privately: lists, a claim, a near miss, help', async () => {
    expect(await type(KIM, '/cx-alerts', 'mine')).toMatch(/You have 1 alert.*CX-2/u);
    expect(await type(SAM, '/cx-alerts', 'mine')).toContain('Nothing waits for you');
    await story.hear(lowScore());
    await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-3', timeoutMs: WITHIN_MS });
    expect(await type(SAM, '/cx-alerts', 'unclaimed')).toMatch(/1 alert has no owner yet.*CX-3/u);
    expect(await type(SAM, '/cx-alerts', 'team')).toContain('2 alerts of money are not closed yet');
    expect(await type(SAM, '/cx-claim', 'cx 3')).toMatch(/CX-3.*is yours/u);
    await becomes('CX-3', AMBER);
    expect(await type(KIM, '/cx-claim', 'CX-3')).toContain('sam has had this since');
    expect(await type(KIM, '/cx-alerts', 'mne')).toContain('Did you mean /cx-alerts mine?');
    expect(await type(KIM, '/cx-help')).toContain('/cx-claim CX-123');
    const private_ = [...story.slack.ephemerals({ user: KIM }), ...story.slack.ephemerals({ user: SAM })];
    expect(private_.length).toBeGreaterThanOrEqual(8);
    await threadSays('CX-3', /^sam claimed this/u);
    expect(cards().map(({ thread }) => thread.length)).toEqual([2, 1, 1]);
  });

  it('and none of it was posted twice or logged as a failure', async () => {
    expect(story.slack.duplicates()).toEqual([]);
    expect(cards()).toHaveLength(3);
    expect(
      story
        .product()
        .log()
        .filter(({ level }) => level >= 50),
    ).toEqual([]);
    await story.product().stop();
  });
});
