/** Long because all that people do on Teams, and what nobody of ours does, is told in one place. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askRewriting } from '../../../src/cards/post-mortem-forms/rewrite-section.js';
import { postMortemReport } from '../../../src/cards/post-mortem/post-mortem-report.js';
import { DatabaseAway } from '../../../src/use-cases/failures.js';
import { formData } from '../../../src/platforms/teams/render/action-data.js';
import { viewIn } from '../../cards/acme.js';
import { PAPER } from '../../cards/paper.js';
import { GUS, KIM, SAM } from '../../counterparts/teams/people.js';
import { LEADS_CHAT, SUPPORT } from '../../counterparts/teams/tenant.js';
import { referenceOf } from '../wire/reference-of.js';
import { staffId } from '../wire/staff-in-memory.js';
import { sleep, until } from '../wire/until.js';
import { type InboundRig, startInbound } from './inbound-rig.js';

let rig: InboundRig;
beforeEach(async () => {
  rig = await startInbound();
});
afterEach(() => rig.close());

describe('a command', () => {
  it.each([
    ['alerts unclaimed', 'alerts unclaimed'],
    ['ALERTS, unclaimed!', 'ALERTS, unclaimed!'],
    ['/cx-claim CX-1', '/cx-claim CX-1'],
    ['&nbsp; claim&nbsp;CX-1 ', 'claim CX-1'],
    ['', ''],
  ])('typed in a channel as %j is run as %j and answered in its thread', async (text, line) => {
    const typed = await rig.type(text);
    expect(typed.status).toBe(200);
    const place = { platform: 'teams', channel: SUPPORT };
    expect(rig.conversation.heard).toEqual([
      { actor: { id: staffId(KIM), name: 'Kim Larsen' }, line, place },
    ]);
    expect(rig.saidIn(typed.thread)).toContain('You typed');
  });

  it('is run in a group chat and in a chat with the bot alone, where nobody has to mention it', async () => {
    await rig.type('alerts', { conversation: LEADS_CHAT });
    const chat = rig.counterpart.personalChat({ person: KIM });
    rig.counterpart.setConversation({ id: chat.id, bot: 'installed' });
    await rig.counterpart.typeToBot({ person: KIM, text: 'help' });
    expect(rig.conversation.heard).toHaveLength(2);
    expect(JSON.stringify(rig.counterpart.directs({ person: KIM }))).toContain('connect <team>');
  });

  it('that asks for figures is answered to who asked alone, in their own chat, and shared from there', async () => {
    const share = '0190a0b0-0000-7000-8000-000000000001';
    rig.conversation.command = (typed) => {
      rig.conversation.heard.push(typed);
      return Promise.resolve({ lines: [[{ kind: 'text', text: 'All teams' }]], share });
    };
    const first = await rig.type('summary today');
    expect(rig.saidIn(first.thread)).toContain('Write “help” to me in a chat of our own once');
    expect(rig.conversation.heard).toEqual([]);
    const chat = rig.counterpart.personalChat({ person: KIM });
    rig.counterpart.setConversation({ id: chat.id, bot: 'installed' });
    await rig.counterpart.typeToBot({ person: KIM, text: 'help' });
    const second = await rig.type('summary today');
    expect(rig.saidIn(second.thread)).toBe('[]');
    const directs = JSON.stringify(rig.counterpart.directs({ person: KIM }));
    expect(directs).toContain('All teams');
    expect(rig.conversation.heard.at(-1)).toMatchObject({ place: { platform: 'teams', channel: SUPPORT } });
    const message = rig.counterpart.directs({ person: KIM }).at(-1)?.id ?? '';
    const pressed = await rig.counterpart.clickAction({ person: KIM, message, verb: 'share' });
    expect(rig.conversation.heard.at(-1)).toMatchObject({ actor: { id: staffId(KIM) }, report: share });
    expect(pressed.shown).toEqual({ kind: 'message', text: 'Shared' });
  });

  it('is not taken from words that do not mention the bot', async () => {
    await rig.type('alerts', { mention: false });
    expect(rig.conversation.heard).toEqual([]);
    expect(rig.conversations.kept.get(SUPPORT)?.kind).toBe('channel');
  });

  it('of a guest is refused, and of somebody whom Teams does not tell of', async () => {
    const guest = await rig.type('alerts', { person: GUS });
    expect(rig.saidIn(guest.thread)).toContain('Guests can read along');
    rig.counterpart.fault({ kind: 'http_status', status: 500, operation: 'member' });
    const unknown = await rig.type('alerts', { person: SAM });
    expect(rig.saidIn(unknown.thread)).toContain('could not find out who you are');
    expect(rig.conversation.heard).toEqual([]);
  });

  it('is run once, however often it comes, and also when it comes twice at the same moment', async () => {
    const { delivery } = await rig.type('alerts');
    const again = await Promise.all([1, 2, 3].map(() => rig.counterpart.replay({ delivery })));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(rig.conversation.heard).toHaveLength(1);
  });

  it('says that nothing changed where the database is away, and is run when it comes again', async () => {
    rig.conversation.command = () => Promise.reject(new DatabaseAway('away'));
    const { thread, delivery } = await rig.type('claim CX-1');
    expect(rig.saidIn(thread)).toContain('Nothing changed: I could not reach the database');
    let run = 0;
    rig.conversation.command = () => {
      run += 1;
      return Promise.resolve({ lines: [] });
    };
    await rig.counterpart.replay({ delivery });
    expect(run).toBe(1);
  });

  it('is said to be our fault where it fails otherwise', async () => {
    rig.conversation.command = () => Promise.reject(new Error('a fault of ours'));
    const typed = await rig.type('alerts');
    expect(typed.status).toBe(200);
    expect(rig.saidIn(typed.thread)).toContain('Something went wrong on my side');
  });
});

describe('an entry of the menu beside a message', () => {
  it('is open to a member of a connected team in a chat that the bot is not in', async () => {
    await rig.postCard();
    rig.counterpart.setConversation({ id: LEADS_CHAT, bot: 'not_installed' });
    const opened = await rig.counterpart.sendEvent({
      person: SAM,
      conversation: LEADS_CHAT,
      event: {
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        value: {
          commandId: 'report_voice',
          messagePayload: { id: '1', body: { content: 'Never again', contentType: 'text' } },
        },
      },
    });
    expect(JSON.stringify(opened.body)).not.toContain('could not find out');
    expect(rig.conversation.heard).toMatchObject([{ actor: { id: staffId(SAM) }, action: 'report_voice' }]);
  });
});

describe('a button', () => {
  it('acts, and brings whoever pressed it the card as it stands then', async () => {
    const message = await rig.postCard();
    rig.view = () => Promise.resolve(viewIn('claimed'));
    const click = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    expect(rig.conversation.heard).toMatchObject([
      { actor: { id: staffId(KIM) }, action: 'claim', alert: 123 },
    ]);
    expect(click.shown).toMatchObject({ kind: 'card' });
    expect(JSON.stringify(click.shown)).toContain('Claimed');
  });

  it('on a card tells that the card is there, whatever Teams said when it was posted', async () => {
    const message = await rig.postCard();
    await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    const thread = `${SUPPORT};messageid=${message}`;
    expect(rig.seenCards).toEqual([
      { platform: 'teams', channel: SUPPORT, alert: 123, reference: `${thread}|${message}` },
    ]);
  });

  it('on the card of a post-mortem tells nothing of the card of the alert that it names', async () => {
    await rig.postCard();
    const content = { kind: 'report', report: postMortemReport(PAPER) } as const;
    const sent = await rig.teams.platform.send({ messageId: 'p', channel: SUPPORT, direct: false, content });
    const message = referenceOf(sent).split('|')[1] ?? '';
    await rig.counterpart.clickAction({ person: KIM, message, verb: 'write_section' });
    expect(rig.conversation.heard).toMatchObject([{ action: 'write_section', alert: 123 }]);
    expect(rig.seenCards).toEqual([]);
  });

  it('on the card of a post-mortem that is refused leads back to the post-mortem', async () => {
    await rig.postCard();
    const content = { kind: 'report', report: postMortemReport(PAPER) } as const;
    const sent = await rig.teams.platform.send({ messageId: 'p', channel: SUPPORT, direct: false, content });
    const message = referenceOf(sent).split('|')[1] ?? '';
    const note = { lines: [], buttons: [{ action: 'reopen_post_mortem', alert: 123 }] } as const;
    rig.conversation.press = () => Promise.resolve({ kind: 'note', note });
    const { shown } = await rig.counterpart.clickAction({ person: KIM, message, verb: 'send_to_review' });
    expect(JSON.stringify(shown)).toContain('Back to the post-mortem');
    expect(JSON.stringify(shown)).not.toContain('Back to the card');
  });

  it('pressed twice by a nervous client acts once, and is answered each time', async () => {
    const message = await rig.postCard();
    const { delivery, shown } = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    const again = await rig.counterpart.replay({ delivery });
    expect(rig.conversation.heard).toHaveLength(1);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ statusCode: 200, value: (shown as { card: object }).card });
  });

  it('on the card of a post-mortem that comes again is answered with the post-mortem', async () => {
    await rig.postCard();
    const report = postMortemReport(PAPER);
    const content = { kind: 'report', report } as const;
    const sent = await rig.teams.platform.send({ messageId: 'p', channel: SUPPORT, direct: false, content });
    const message = referenceOf(sent).split('|')[1] ?? '';
    const asked: string[] = [];
    rig.conversation.press = ({ action }) => {
      asked.push(action);
      return Promise.resolve({ kind: 'done', report });
    };
    const { delivery } = await rig.counterpart.clickAction({ person: KIM, message, verb: 'send_to_review' });
    const again = await rig.counterpart.replay({ delivery });
    expect(asked).toEqual(['send_to_review', 'show_post_mortem']);
    expect(JSON.stringify(again.body)).toContain('Post-mortem PM-7');
  });

  it('that saves a section is asked each time, so that nobody’s words are lost with an answer', async () => {
    const message = await rig.postCard();
    const form = askRewriting(PAPER, { name: 'worked', now: PAPER.sections[0]!, own: 'What I wrote' });
    rig.conversation.submit = () => Promise.resolve({ kind: 'form', form });
    const event = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message,
      value: {
        action: { type: 'Action.Execute', verb: 'any', data: formData('rewrite_section', 123) },
        trigger: 'manual',
      },
    };
    const { delivery } = await rig.counterpart.sendEvent({ person: KIM, conversation: SUPPORT, event });
    const again = await rig.counterpart.replay({ delivery });
    expect(JSON.stringify(again.body)).toContain('What I wrote');
  });

  it('that comes again while it is worked on acts once, and is answered with the same card', async () => {
    const message = await rig.postCard();
    const { delivery } = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    const body = delivery.body.replace(/"id":"f:[^"]+"/u, '"id":"f:again"');
    let acted = 0;
    rig.conversation.press = async () => {
      acted += 1;
      await sleep(200);
      return { kind: 'done' };
    };
    const all = await Promise.all([1, 2, 3].map(() => rig.counterpart.sendRaw({ body })));
    expect(all.map((each) => each.body)).toEqual(all.map(() => all[0]?.body));
    expect(all[0]?.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(acted).toBe(1);
  });

  it('of an older client acts too, and its refusal is said to that person', async () => {
    const message = await rig.postCard();
    await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim', client: 'old' });
    expect(rig.conversation.heard).toMatchObject([{ action: 'claim', alert: 123 }]);
    rig.conversation.press = () =>
      Promise.resolve({ kind: 'note', note: { lines: [[{ kind: 'text', text: 'Kim has had this' }]] } });
    await rig.counterpart.clickAction({ person: SAM, message, verb: 'claim', client: 'old' });
    expect(rig.saidIn(message)).toContain('Kim has had this');
  });

  it('is refused in words that leave the card, or with a card where something can be pressed', async () => {
    const message = await rig.postCard();
    const lines = [[{ kind: 'text', text: 'Kim has had this for a while.' }]] as const;
    rig.conversation.press = () => Promise.resolve({ kind: 'note', note: { lines } });
    const refused = await rig.counterpart.clickAction({ person: SAM, message, verb: 'claim' });
    expect(refused.shown).toEqual({ kind: 'message', text: 'Kim has had this for a while.' });
    rig.conversation.press = () =>
      Promise.resolve({ kind: 'note', note: { lines, buttons: [{ action: 'take_over', alert: 123 }] } });
    const offered = await rig.counterpart.clickAction({ person: SAM, message, verb: 'claim' });
    expect(offered.shown).toMatchObject({ kind: 'card' });
  });

  it('of a guest is refused, and does nothing', async () => {
    const message = await rig.postCard();
    const { shown } = await rig.counterpart.clickAction({ person: GUS, message, verb: 'claim' });
    expect(shown).toMatchObject({ kind: 'message', text: expect.stringContaining('Guests') as string });
    expect(rig.conversation.heard).toEqual([]);
  });

  it('says what is sure where the database is away, and acts when it is pressed again', async () => {
    const message = await rig.postCard();
    rig.conversation.press = () => Promise.reject(new DatabaseAway('away', { uncertain: true }));
    const { shown } = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    expect(shown).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('cannot say whether') as string,
    });
  });

  it('that acted says so, though the card cannot be fetched then; a mere look says that it failed', async () => {
    const message = await rig.postCard();
    rig.view = () => Promise.reject(new DatabaseAway('away'));
    const click = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    expect(click.shown).toMatchObject({ text: 'Done: the card of CX-123 shows it.' });
    const look = click.delivery.body
      .replace(/"id":"f:[^"]+"/u, '"id":"f:look"')
      .replaceAll('"action":"claim"', '"action":"refresh"');
    expect(JSON.stringify((await rig.counterpart.sendRaw({ body: look })).body)).toContain(
      'could not reach the database',
    );
  });

  it('that takes long is answered at once, and its outcome follows', async () => {
    await rig.close();
    rig = await startInbound({ times: { messageMs: 200, invokeMs: 100 } });
    const message = await rig.postCard();
    rig.conversation.press = async () => {
      await sleep(300);
      return { kind: 'done' };
    };
    const click = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    expect(click.shown).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('Still working') as string,
    });
    await until(() => rig.saidIn(message).includes('Done: the card of CX-123 shows it.'));
  });

  it('that we do not know, and an invoke that is none, do no harm', async () => {
    await rig.postCard();
    const invoke = (event: object) =>
      rig.counterpart.sendEvent({ person: KIM, conversation: SUPPORT, event: { type: 'invoke', ...event } });
    const old = await invoke({
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'explode', data: { earshot: { v: 9 } } } },
    });
    expect(old).toMatchObject({ status: 200, body: { statusCode: 400 } });
    for (const name of ['task/fetch', 'message/submitAction', '__proto__', ''])
      expect({ name, status: (await invoke({ name, value: {} })).status }).toEqual({ name, status: 400 });
    expect(rig.conversation.heard).toEqual([]);
  });

  it.each([
    ['composeExtension/fetchTask', { commandId: 'an_entry_of_last_year' }],
    ['composeExtension/fetchTask', { commandId: 'report_voice', messagePayload: null }],
    ['composeExtension/submitAction', { commandId: 'report_voice', data: { earshot: { v: 9 } } }],
  ])('of a dialog that we do not know says so in it: %s %j', async (name, value) => {
    const { status, body } = await rig.counterpart.sendEvent({
      person: KIM,
      conversation: SUPPORT,
      event: { type: 'invoke', name, value },
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        task: {
          type: 'message',
          value:
            'I cannot do this with this message. Nothing changed; type report in a chat with me to report what a customer said.',
        },
      },
    });
    expect(rig.conversation.heard).toEqual([]);
  });
});
