/** Long because everything that Slack sends has its story here. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/conversation/conversation.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import { ALL_FORMS } from '../../../src/cards/all-forms.js';
import type { Note } from '../../../src/cards/note.js';
import { line } from '../../../src/cards/text.js';
import { DatabaseAway } from '../../../src/use-cases/failures.js';
import { VIEW, viewIn } from '../../cards/acme.js';
import { createSeenInMemory } from '../wire/seen-in-memory.js';
import { staffId } from '../wire/staff-in-memory.js';
import { sleep, until } from '../wire/until.js';
import { callOf, KIM, type Rig, type RigOptions, SAM, startRig, SUPPORT } from './rig.js';

let rig: Rig;

async function start(options: RigOptions = {}): Promise<Rig> {
  rig = await startRig(options);
  await rig.ready();
  return rig;
}

afterEach(() => rig.close());

/** Posts the card of acme and gives where it stands. */
async function postCard(
  state: Parameters<typeof viewIn>[0] = 'open',
): Promise<{ channel: string; ts: string }> {
  const content = { kind: 'card', card: alertCard(viewIn(state)) } as const;
  const sent = await rig.slack.platform.send(callOf('message-1', { content }));
  if (sent.outcome !== 'posted') throw new Error(sent.why);
  rig.posted.set(sent.reference, { alert: 123 });
  return { channel: SUPPORT, ts: sent.reference.split('/')[1]! };
}

/** Somebody says the bot's name and something behind it. */
function mention(said: { user: string; channel: string; text: string; threadTs?: string }) {
  const { user, channel, threadTs } = said;
  const text = `<@U0BOT00001> ${said.text}`;
  const ts = rig.counterpart.say({ user, channel, text, ...(threadTs !== undefined && { threadTs }) });
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return rig.counterpart.sendEvent({ event: { type: 'app_mention', user, channel, text, ts, ...thread } });
}

const kim = { id: staffId(KIM), name: 'kim' };
const note = (words: string): Reply => ({ kind: 'note', note: { lines: [line(words)] } });
const PLACE = { platform: 'slack', channel: SUPPORT };
const form: Reply = { kind: 'form', form: ALL_FORMS.resolve.ask(VIEW, 'UTC') };
/** Slack stops waiting after three seconds; nothing that is ready comes near. */
const AT_ONCE_MS = 300;
/** What the database answers when it is let go: until then nothing comes of what was asked. */
function heldBack<Value>(answer: () => Value | Promise<Value>): {
  readonly ask: () => Promise<Value>;
  readonly letGo: () => void;
} {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  return { ask: () => gate.then(answer), letGo };
}

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  const begin = (options: RigOptions = {}) => start({ mode, ...options });

  it('a pressed button acts, is acknowledged at once and needs no further word', async () => {
    const { counterpart, conversation } = await begin();
    const sent = await counterpart.clickButton({ ...(await postCard()), user: KIM, actionId: 'claim' });
    expect(sent.status).toBe(200);
    expect(sent.text).toBe('');
    expect(sent.ackMs).toBeLessThan(AT_ONCE_MS);
    expect(conversation.heard).toEqual([{ actor: kim, alert: 123, action: 'claim' }]);
    expect(counterpart.ephemerals({ user: KIM })).toEqual([]);
  });

  it('a refusal is told to the one who pressed, alone', async () => {
    const { counterpart, conversation } = await begin();
    conversation.press = () => Promise.resolve(note('Kim has had this since 10:04.'));
    await counterpart.clickButton({ ...(await postCard()), user: SAM, actionId: 'claim' });
    const told = await counterpart.waitForEphemeral({ user: SAM, containing: 'Kim has had this' });
    expect(told.by).toBe('response_url');
    expect(counterpart.ephemerals({ user: KIM })).toEqual([]);
  });

  it('an entry of the menu acts too', async () => {
    const { counterpart, conversation } = await begin();
    await counterpart.clickButton({
      ...(await postCard()),
      user: KIM,
      actionId: 'more',
      choose: 'history:123',
    });
    expect(conversation.heard).toEqual([{ actor: kim, alert: 123, action: 'history' }]);
  });

  it('a form opens, and what was filled in comes back by field', async () => {
    const { counterpart, conversation } = await begin();
    conversation.press = () => Promise.resolve(form);
    await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
    await counterpart.waitForView({ user: KIM, containing: 'Resolve CX-123' });
    const { outcome, ackMs } = await counterpart.submitView({
      user: KIM,
      values: { outcome: 'recovered', rootCause: 'refund stuck' },
    });
    expect(outcome.kind).toBe('closed');
    expect(ackMs).toBeLessThan(AT_ONCE_MS);
    expect(conversation.heard).toEqual([
      {
        actor: kim,
        alert: 123,
        action: 'resolve',
        answers: { outcome: 'recovered', rootCause: 'refund stuck' },
      },
    ]);
  });

  it('what must be mended is shown at its field, and the form stays', async () => {
    const { counterpart, conversation } = await begin();
    conversation.press = () => Promise.resolve(form);
    conversation.submit = () =>
      Promise.resolve({ kind: 'mend', faults: { rootCause: 'Say what caused it.', odd: 'Odd.' } });
    await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
    await counterpart.waitForView({ user: KIM });
    const { outcome } = await counterpart.submitView({
      user: KIM,
      values: { outcome: 'recovered', rootCause: '?' },
    });
    expect(outcome).toEqual({
      kind: 'errors',
      errors: { rootCause: 'Say what caused it.', outcome: 'Odd.' },
    });
  });

  it('a refusal of a form is shown in the form’s place', async () => {
    const { counterpart, conversation } = await begin();
    conversation.press = () => Promise.resolve(form);
    conversation.submit = () => Promise.resolve(note('Already resolved by Sam. Nothing changed.'));
    await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
    await counterpart.waitForView({ user: KIM });
    const { outcome } = await counterpart.submitView({
      user: KIM,
      values: { outcome: 'recovered', rootCause: 'x' },
    });
    expect(outcome.kind).toBe('updated');
    await counterpart.waitForView({ user: KIM, containing: 'Already resolved by Sam' });
  });

  it('a chosen person comes as the member of staff they are', async () => {
    const { counterpart, conversation } = await begin();
    conversation.press = () => Promise.resolve({ kind: 'form', form: ALL_FORMS.reassign.ask(VIEW, 'UTC') });
    const press = async () => {
      await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'reassign' });
      await counterpart.waitForView({ user: KIM, containing: 'Reassign' });
    };
    await press();
    await counterpart.submitView({ user: KIM, values: { to: SAM } });
    expect(conversation.heard.at(-1)).toMatchObject({ action: 'reassign', answers: { to: staffId(SAM) } });
    counterpart.setUser({ id: 'U0GUEST001', isRestricted: true });
    await press();
    const { outcome } = await counterpart.submitView({ user: KIM, values: { to: 'U0GUEST001' } });
    expect(JSON.stringify(outcome)).toMatch(/errors.*to.*member of your own/u);
  });

  it('a command is answered privately with its acknowledgement, with the team of its channel', async () => {
    const { counterpart, conversation } = await begin();
    const sent = await counterpart.sendCommand({
      user: KIM,
      channel: SUPPORT,
      command: '/cx-alerts',
      text: 'team',
    });
    expect(sent.ackMs).toBeLessThan(AT_ONCE_MS);
    expect(conversation.heard).toEqual([
      { actor: kim, line: '/cx-alerts team', team: 'support', place: PLACE },
    ]);
    const [told] = counterpart.ephemerals({ user: KIM });
    expect(told).toMatchObject({ by: 'command', text: 'You typed /cx-alerts team' });
  });

  it('a mention in a thread is a command, answered privately in that thread', async () => {
    const { counterpart, conversation } = await begin();
    const threadTs = counterpart.say({ user: KIM, channel: SUPPORT, text: 'hm' });
    await mention({ user: KIM, channel: SUPPORT, text: 'alerts mine', threadTs });
    expect(conversation.heard).toEqual([
      { actor: kim, line: '/cx-alerts mine', team: 'support', place: PLACE },
    ]);
    const told = await counterpart.waitForEphemeral({ user: KIM, containing: '/cx-alerts mine' });
    expect(told).toMatchObject({ by: 'chat.postEphemeral', thread_ts: threadTs });
  });

  it('a summary is shared by its button, which names the report and no alert', async () => {
    const { counterpart, conversation } = await begin();
    const share = '0190a0b0-0000-7000-8000-000000000001';
    conversation.command = () => Promise.resolve({ lines: [[{ kind: 'text', text: 'All teams' }]], share });
    await counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-summary' });
    const told = await counterpart.waitForEphemeral({ user: KIM, containing: 'All teams' });
    await counterpart.clickButton({ channel: SUPPORT, ts: told.ts, user: KIM, actionId: 'share' });
    expect(conversation.heard).toEqual([{ actor: kim, report: share }]);
    await counterpart.waitForEphemeral({ user: KIM, containing: 'Shared' });
    expect(counterpart.messages({ channel: SUPPORT })).toEqual([]);
  });

  it('the same delivery again and again acts once', async () => {
    const { counterpart, conversation } = await begin();
    const card = await postCard();
    const click = await counterpart.clickButton({ ...card, user: KIM, actionId: 'claim' });
    const said = await mention({ user: KIM, channel: SUPPORT, text: 'help' });
    for (const { delivery } of [click, said]) {
      const again = await Promise.all([1, 2, 3].map(() => counterpart.replay({ delivery })));
      expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect(conversation.heard).toHaveLength(2);
    await counterpart.clickButton({ ...card, user: KIM, actionId: 'claim' });
    expect(conversation.heard).toHaveLength(3);
  });

  it('a mention that comes as several events is one', async () => {
    const { counterpart, conversation } = await begin();
    const said = { type: 'app_mention', user: KIM, channel: SUPPORT, text: '<@U0BOT00001> help' };
    const messageId = 'fe1f5b1c-6f9e-4c1e-8d55-0d0b7d1f2a11';
    await counterpart.sendEvent({ event: { ...said, ts: '1700000000.000100', client_msg_id: messageId } });
    await counterpart.sendEvent({ event: { ...said, ts: '1700000000.000200', client_msg_id: messageId } });
    expect(conversation.heard).toHaveLength(1);
    await counterpart.sendEvent({ event: { ...said, ts: '1700000000.000300' } });
    await counterpart.sendEvent({ event: { ...said, ts: '1700000000.000300' } });
    expect(conversation.heard).toHaveLength(2);
  });

  it.each([
    ['guest', { isRestricted: true }, 'Guests can read along'],
    ['guest of one channel', { isUltraRestricted: true }, 'Guests can read along'],
    ['person of another organisation', { isStranger: true, teamId: 'T0OTHER001' }, 'another organisation'],
    ['deactivated person', { deleted: true }, 'deactivated'],
  ])('a %s cannot act and is told so kindly', async (_, spec, words) => {
    const { counterpart, conversation } = await begin();
    counterpart.setUser({ id: 'U0ODD00001', ...spec });
    counterpart.setChannel({ id: SUPPORT, members: [KIM, SAM, 'U0ODD00001'] });
    const card = await postCard();
    const sent = await counterpart.clickButton({ ...card, user: 'U0ODD00001', actionId: 'claim' });
    expect(sent.status).toBe(200);
    await counterpart.waitForEphemeral({ user: 'U0ODD00001', containing: words });
    await counterpart.sendCommand({
      user: 'U0ODD00001',
      channel: SUPPORT,
      command: '/cx-claim',
      text: 'CX-123',
    });
    await counterpart.react({ ...card, user: 'U0ODD00001', reaction: 'eyes' });
    expect(conversation.heard).toEqual([]);
  });

  it('somebody unknown is acknowledged, looked up and then heard', async () => {
    const { counterpart, conversation } = await begin();
    counterpart.setUser({ id: 'U0NEW00001', name: 'ana' });
    counterpart.setChannel({ id: SUPPORT, members: [KIM, SAM, 'U0NEW00001'] });
    const card = await postCard();
    counterpart.fault({ kind: 'slow', ms: 700, method: 'users.info' });
    conversation.press = (click) => {
      conversation.heard.push(click);
      return Promise.resolve(note('Claimed.'));
    };
    const sent = await counterpart.clickButton({ ...card, user: 'U0NEW00001', actionId: 'claim' });
    expect(sent.status).toBe(200);
    // Nobody has looked them up by then.
    expect(conversation.heard).toEqual([]);
    await counterpart.waitForEphemeral({ user: 'U0NEW00001', containing: 'Claimed.' });
    expect(conversation.heard).toEqual([
      { actor: { id: staffId('U0NEW00001'), name: 'ana' }, alert: 123, action: 'claim' },
    ]);
    counterpart.clearRecords();
    await counterpart.clickButton({ ...card, user: 'U0NEW00001', actionId: 'claim' });
    expect(counterpart.callCounts()['users.info']).toBeUndefined();
  });

  it('an unknown one who types a command hears that they are looked up, then the answer', async () => {
    const { counterpart } = await begin();
    counterpart.setUser({ id: 'U0NEW00001', name: 'ana' });
    await counterpart.sendCommand({ user: 'U0NEW00001', channel: SUPPORT, command: '/cx-help', text: '' });
    await counterpart.waitForEphemeral({ user: 'U0NEW00001', containing: 'You typed /cx-help' });
    expect(counterpart.ephemerals({ user: 'U0NEW00001' }).map(({ by }) => by)).toEqual([
      'command',
      'response_url',
    ]);
  });

  it('a change of standing is heard of', async () => {
    const { counterpart, people } = await begin();
    counterpart.setUser({ id: KIM, isRestricted: true });
    await counterpart.sendEvent({
      event: { type: 'user_change', user: counterpart.userObject({ id: KIM }) },
    });
    expect(people.get(KIM)?.standing).toBe('guest');
  });

  it('a private word that has no response_url left goes another way', async () => {
    const { counterpart, conversation } = await begin();
    conversation.press = () => Promise.resolve(note('Kim has it.'));
    const card = await postCard();
    counterpart.fault({ kind: 'http_status', status: 404, method: 'response_url' });
    await counterpart.clickButton({ ...card, user: SAM, actionId: 'claim' });
    expect((await counterpart.waitForEphemeral({ user: SAM, containing: 'Kim has it.' })).by).toBe(
      'chat.postEphemeral',
    );
  });

  it.each(['user_not_in_channel', 'channel_not_found'])(
    'a private word that a channel does not show (%s) is written to the person directly, and that is in the log',
    async (error) => {
      const { counterpart, conversation, logged } = await begin();
      conversation.command = () => Promise.resolve({ lines: [line('Kim has it.')] });
      counterpart.fault({ kind: 'error', error, method: 'chat.postEphemeral' });
      await mention({ user: SAM, channel: SUPPORT, text: 'alerts mine' });
      await until(() => counterpart.directMessages({ user: SAM }).length > 0);
      expect(counterpart.directMessages({ user: SAM }).map(({ text }) => text)).toEqual(['Kim has it.']);
      expect(counterpart.ephemerals({ user: SAM })).toEqual([]);
      await until(() => logged.some((each) => each.includes('written to the person directly')));
      expect(logged.join('\n')).toContain(error);
      expect(logged.join('\n')).not.toContain('Kim has it.');
    },
  );

  it('a private word that cannot be shown at all is in the log, and nothing breaks', async () => {
    const { counterpart, conversation, logged } = await begin();
    conversation.press = () => Promise.resolve(note('Kim has it.'));
    const card = await postCard();
    counterpart.fault({ kind: 'http_status', status: 500, method: 'response_url' });
    counterpart.fault({ kind: 'error', error: 'user_not_in_channel', method: 'chat.postEphemeral' });
    counterpart.fault({ kind: 'error', error: 'messages_tab_disabled', method: 'chat.postMessage' });
    const sent = await counterpart.clickButton({ ...card, user: SAM, actionId: 'claim' });
    expect(sent.status).toBe(200);
    await until(() => logged.some((each) => each.includes('could not be shown')));
    expect(logged.join('\n')).toContain('messages_tab_disabled');
    expect(logged.join('\n')).not.toContain('Kim has it.');
  });

  it('a private word about a message without a thread does not stand in a thread, where nobody would see it', async () => {
    const { counterpart, conversation } = await begin();
    conversation.begin = () => Promise.resolve(note('That was heard already.'));
    const ts = counterpart.say({ user: SAM, channel: SUPPORT, text: 'Maria wants her money back' });
    const use = (on: string) =>
      counterpart.useShortcut({ user: KIM, channel: SUPPORT, ts: on, callbackId: 'report_voice' });
    await use(ts);
    await until(() => counterpart.ephemerals({ user: KIM }).length === 1);
    await use(counterpart.say({ user: SAM, channel: SUPPORT, text: 'and Ben too', threadTs: ts }));
    await until(() => counterpart.ephemerals({ user: KIM }).length === 2);
    expect(counterpart.ephemerals({ user: KIM }).map((each) => each.thread_ts)).toEqual([undefined, ts]);
  });

  describe('with a slow database', () => {
    const times = {
      delivery: { slowMs: 200, eventMs: 250 },
      loadingMs: 80,
    };

    it('a click is acknowledged with “still working”, and what came of it follows', async () => {
      const { counterpart, conversation } = await begin({ times });
      const { ask, letGo } = heldBack(() => note('Kim has it.'));
      conversation.press = ask;
      const sent = await counterpart.clickButton({ ...(await postCard()), user: SAM, actionId: 'claim' });
      expect(sent).toMatchObject({ status: 200, timedOut: false });
      await counterpart.waitForEphemeral({ user: SAM, containing: 'Still working' });
      letGo();
      await counterpart.waitForEphemeral({ user: SAM, containing: 'Kim has it.' });
    });

    it('a click that worked says so, because the person was kept waiting', async () => {
      const { counterpart, conversation } = await begin({ times });
      const { ask, letGo } = heldBack<Reply>(() => ({ kind: 'done' }));
      conversation.press = ask;
      await counterpart.clickButton({ ...(await postCard()), user: SAM, actionId: 'claim' });
      letGo();
      await counterpart.waitForEphemeral({ user: SAM, containing: 'Done: the card of CX-123 shows it.' });
    });

    it('a command is answered with “still working”, then with the answer', async () => {
      const { counterpart, conversation } = await begin({ times });
      const { ask, letGo } = heldBack(() => ({ lines: [line('3 alerts.')] }));
      conversation.command = ask;
      const sent = await counterpart.sendCommand({
        user: KIM,
        channel: SUPPORT,
        command: '/cx-alerts',
        text: '',
      });
      expect(sent).toMatchObject({ status: 200, timedOut: false });
      letGo();
      await counterpart.waitForEphemeral({ user: KIM, containing: '3 alerts.' });
      expect(counterpart.ephemerals({ user: KIM }).map(({ by }) => by)).toEqual(['command', 'response_url']);
    });

    it('a form opens empty at once and is filled when it is there', async () => {
      const { counterpart, conversation } = await begin({ times });
      const { ask, letGo } = heldBack(() => form);
      conversation.press = ask;
      const opening = counterpart.clickButton({
        ...(await postCard('claimed')),
        user: KIM,
        actionId: 'resolve',
      });
      await counterpart.waitForView({ user: KIM, containing: 'One moment' });
      letGo();
      await opening;
      await counterpart.waitForView({ user: KIM, containing: 'What came of it' });
      expect(counterpart.ephemerals({ user: KIM })).toEqual([]);
    });

    it('an empty form says what came of it when there is nothing to ask', async () => {
      const { counterpart, conversation } = await begin({ times });
      const resolve = async (answer: () => Reply | Promise<Reply>, words: string) => {
        const { ask, letGo } = heldBack(answer);
        conversation.press = ask;
        const place = await postCard('claimed');
        const opening = counterpart.clickButton({ ...place, user: KIM, actionId: 'resolve' });
        await counterpart.waitForView({ user: KIM, containing: 'One moment' });
        letGo();
        await opening;
        await counterpart.waitForView({ user: KIM, containing: words });
      };
      await resolve(() => note('Already resolved by Sam.'), 'Already resolved by Sam.');
      await counterpart.closeView({ user: KIM });
      const away = () => Promise.reject(new DatabaseAway('gone'));
      await resolve(away, 'Nothing changed: I could not reach the database');
    });

    it('a form sent back says it is being worked on, then what came of it', async () => {
      const { counterpart, conversation } = await begin({ times });
      conversation.press = () => Promise.resolve(form);
      const { ask, letGo } = heldBack<Reply>(() => ({ kind: 'done' }));
      conversation.submit = ask;
      await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
      await counterpart.waitForView({ user: KIM });
      const { outcome } = await counterpart.submitView({
        user: KIM,
        values: { outcome: 'partly', rootCause: 'x' },
      });
      expect(outcome.kind).toBe('updated');
      letGo();
      await counterpart.waitForView({ user: KIM, containing: 'Done: the card of CX-123 shows it.' });
    });

    it('who closes a form before it says what came of it hears that where they were', async () => {
      const { counterpart, conversation } = await begin({ times });
      conversation.press = () => Promise.resolve(form);
      const submitting = heldBack(() => note('Sam has resolved it.'));
      conversation.submit = submitting.ask;
      await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
      await counterpart.waitForView({ user: KIM });
      await counterpart.submitView({ user: KIM, values: { outcome: 'partly', rootCause: 'x' } });
      await counterpart.waitForView({ user: KIM, containing: 'Still working' });
      await counterpart.closeView({ user: KIM });
      submitting.letGo();
      await counterpart.waitForEphemeral({ user: KIM, containing: 'Sam has resolved it.' });
      const pressing = heldBack(() => note('Sam has it.'));
      conversation.press = pressing.ask;
      await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
      await counterpart.waitForView({ user: KIM, containing: 'One moment' });
      await counterpart.closeView({ user: KIM });
      pressing.letGo();
      await counterpart.waitForEphemeral({ user: KIM, containing: 'Sam has it.' });
    });

    it('an event that takes too long comes again, and is handled once', async () => {
      const { counterpart, conversation } = await begin({ times });
      const card = await postCard();
      const { ask, letGo } = heldBack<Reply>(() => ({ kind: 'done' }));
      conversation.press = async (click) => {
        const done = await ask();
        conversation.heard.push(click);
        return done;
      };
      const sent = await counterpart.react({ ...card, user: KIM, reaction: 'eyes' });
      const notYet = mode === 'http' ? { status: 503 } : { status: 0, timedOut: true };
      expect(sent).toMatchObject(notYet);
      letGo();
      await until(() => conversation.heard.length === 1);
      await sleep(20);
      expect((await counterpart.replay({ delivery: sent.delivery })).status).toBe(200);
      expect(conversation.heard).toHaveLength(1);
    });
  });

  describe('with the database away', () => {
    const gone =
      (uncertain = false) =>
      () =>
        Promise.reject(new DatabaseAway('connection refused', { uncertain }));

    it('a click says that nothing changed where that is sure', async () => {
      const { counterpart, conversation } = await begin();
      conversation.press = gone();
      const sent = await counterpart.clickButton({ ...(await postCard()), user: KIM, actionId: 'claim' });
      expect(sent.status).toBe(200);
      await counterpart.waitForEphemeral({
        user: KIM,
        containing: 'Nothing changed: I could not reach the database',
      });
    });

    it('a click says that it cannot say where the commit broke off', async () => {
      const { counterpart, conversation } = await begin();
      conversation.press = gone(true);
      await counterpart.clickButton({ ...(await postCard()), user: KIM, actionId: 'claim' });
      await counterpart.waitForEphemeral({ user: KIM, containing: 'cannot say whether anything changed' });
      expect(JSON.stringify(counterpart.ephemerals({ user: KIM }))).not.toContain('Nothing changed');
    });

    it('a form stays open with all that was typed', async () => {
      const { counterpart, conversation } = await begin();
      conversation.press = () => Promise.resolve(form);
      conversation.submit = gone();
      await counterpart.clickButton({ ...(await postCard('claimed')), user: KIM, actionId: 'resolve' });
      await counterpart.waitForView({ user: KIM });
      const { outcome } = await counterpart.submitView({
        user: KIM,
        values: { outcome: 'partly', rootCause: 'x' },
      });
      expect(outcome).toEqual({
        kind: 'errors',
        errors: { outcome: 'Nothing changed: I could not reach the database. Try again in a moment.' },
      });
    });

    it('an event is taken when it comes again', async () => {
      const { counterpart, conversation } = await begin();
      const card = await postCard();
      const press = conversation.press;
      conversation.press = gone();
      const sent = await counterpart.react({ ...card, user: KIM, reaction: 'eyes' });
      expect(sent.status).toBe(mode === 'http' ? 503 : 0);
      conversation.press = press;
      expect((await counterpart.replay({ delivery: sent.delivery })).status).toBe(200);
      expect(conversation.heard).toEqual([{ actor: kim, alert: 123, action: 'claim' }]);
    });

    it('that keeps us from knowing what was seen, nothing is done twice or in silence', async () => {
      const seen = createSeenInMemory();
      const { counterpart, conversation } = await begin({
        seen: { ...seen, begin: () => Promise.reject(new DatabaseAway('gone')) },
      });
      await counterpart.clickButton({ ...(await postCard()), user: KIM, actionId: 'claim' });
      await counterpart.waitForEphemeral({ user: KIM, containing: 'Nothing changed' });
      expect(conversation.heard).toEqual([]);
    });
  });

  it('an answer that cannot be shown is owned up to', async () => {
    const { counterpart, conversation } = await begin();
    conversation.command = () => Promise.resolve({} as Note);
    const sent = await counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-alerts' });
    expect(sent.status).toBe(200);
    await counterpart.waitForEphemeral({ user: KIM, containing: 'Something went wrong on my side' });
  });

  it('a fault of our own is owned up to, and the log has it', async () => {
    const { counterpart, conversation, logged } = await begin();
    conversation.command = () => Promise.reject(new TypeError('bug'));
    const sent = await counterpart.sendCommand({
      user: KIM,
      channel: SUPPORT,
      command: '/cx-alerts',
      text: '',
    });
    expect(sent.status).toBe(200);
    await counterpart.waitForEphemeral({ user: KIM, containing: 'Something went wrong on my side' });
    expect(logged.join('\n')).toContain('bug');
  });
});
