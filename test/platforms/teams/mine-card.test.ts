import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mineNote } from '../../../src/cards/mine-note.js';
import { ALL_FORMS } from '../../../src/cards/all-forms.js';
import { viewIn } from '../../cards/acme.js';
import { GUS, KIM } from '../../counterparts/teams/people.js';
import { until } from '../wire/until.js';
import { checkCard } from './card-rules.js';
import { type InboundRig, startInbound } from './inbound-rig.js';

let rig: InboundRig;
/** How many alerts are Kim's. */
let owned: number;

beforeEach(async () => {
  rig = await startInbound();
  owned = 2;
  rig.conversation.command = (typed) => {
    rig.conversation.heard.push(typed.line);
    const views = [123, 124].slice(0, owned).map((number) => {
      const view = viewIn('claimed');
      return { ...view, alert: { ...view.alert, number } };
    });
    return Promise.resolve(mineNote({ views, total: owned }));
  };
});
afterEach(() => rig.close());

const directs = (person = KIM) =>
  rig.counterpart.directs({ person }).filter(({ from }) => from.startsWith('28:'));
const install = (person = KIM) => rig.counterpart.install({ person });

/** Kim adds Earshot: the id of the message with what is hers. */
async function installed(): Promise<string> {
  await install();
  await until(() => directs().length === 1);
  return directs()[0]!.id;
}

const shownCard = (shown: { readonly kind: string } | undefined) => {
  if (shown?.kind !== 'card' || !('card' in shown)) throw new Error(`no card but ${JSON.stringify(shown)}`);
  return shown.card as Record<string, unknown>;
};

describe('the card of what is mine', () => {
  it('greets whoever adds Earshot for themselves, once, with the list, a Refresh button and a refresh of its own', async () => {
    await installed();
    const [message, ...more] = directs();
    expect(more).toEqual([]);
    const said = JSON.stringify(message!.activity);
    for (const word of ['Hello.', '2 alerts are yours', 'CX-123', 'CX-124', '"title":"Refresh"'])
      expect(said).toContain(word);
    const attachments = message!.activity['attachments'] as readonly { readonly content: unknown }[];
    const card = attachments[0]!.content as { readonly refresh: unknown };
    expect(checkCard(card as never)).toEqual([]);
    expect(card.refresh).toMatchObject({ action: { verb: 'mine' }, userIds: [KIM] });
  });

  it('greets nobody for an upgrade, a team, or a guest as if they could own anything', async () => {
    await rig.counterpart.install();
    await rig.counterpart.sendEvent({
      person: KIM,
      event: { type: 'installationUpdate', action: 'add-upgrade' },
    });
    expect(directs()).toEqual([]);
    await install(GUS);
    await until(() => directs(GUS).length === 1);
    expect(JSON.stringify(directs(GUS))).toContain('Good to see you.');
    expect(rig.conversation.heard).toEqual([]);
  });

  it.each(['mine', '/cx-mine'])(
    'is the answer to “%s” in one’s own chat, also where it was asked in a channel',
    async (text) => {
      await installed();
      await rig.counterpart.typeToBot({ person: KIM, text });
      await until(() => directs().length === 2);
      expect(JSON.stringify(directs()[1])).toContain('"verb":"mine"');
      const typed = await rig.type(text);
      await until(() => directs().length === 3);
      expect(JSON.stringify(directs()[2])).toContain('2 alerts are yours');
      expect(rig.saidIn(typed.thread)).not.toContain('alerts are yours');
    },
  );

  it.each(['mine', 'alerts mine'])(
    'is not read out in a channel: “%s” of somebody whose own chat is not known says how to ask',
    async (text) => {
      const { thread } = await rig.type(text);
      expect(rig.saidIn(thread)).toContain('Write “help” to me in a chat of our own once');
      expect(rig.saidIn(thread)).not.toContain('CX-');
      expect(rig.conversation.heard).toEqual([]);
    },
  );

  it('is renewed in the answer to its button, and by the client itself', async () => {
    const message = await installed();
    owned = 1;
    const pressed = await rig.counterpart.clickAction({ person: KIM, message, verb: 'mine' });
    expect(JSON.stringify(shownCard(pressed.shown))).toContain('1 alert is yours');
    expect(checkCard(shownCard(pressed.shown) as never)).toEqual([]);
    owned = 0;
    const asked = await rig.counterpart.refreshCard({ person: KIM, message });
    expect(JSON.stringify(shownCard(asked.shown))).toContain('Nothing waits for you');
  });

  it('shows the rest of the list once a button of it is done', async () => {
    owned = 1;
    const view = viewIn('claimed');
    const asleep = { ...view, alert: { ...view.alert, snoozedUntil: new Date() } };
    const list = mineNote({ views: [asleep], total: 1 });
    rig.conversation.command = () => Promise.resolve(list);
    const message = await installed();
    rig.conversation.command = () => Promise.resolve(mineNote({ views: [], total: 0 }));
    const pressed = await rig.counterpart.clickAction({ person: KIM, message, verb: 'release' });
    expect(rig.conversation.heard.at(-1)).toMatchObject({ alert: 123, action: 'release' });
    expect(JSON.stringify(shownCard(pressed.shown))).toContain('Nothing waits for you');
    expect(JSON.stringify(shownCard(pressed.shown))).toContain('"verb":"mine"');
  });

  it('asks a form in its place, which leads back to it, sent or not', async () => {
    owned = 1;
    const form = ALL_FORMS.snooze.ask(viewIn('claimed'), 'UTC');
    rig.conversation.press = () => Promise.resolve({ kind: 'form', form });
    const message = await installed();
    const asked = await rig.counterpart.clickAction({ person: KIM, message, verb: 'snooze' });
    expect(JSON.stringify(shownCard(asked.shown))).toContain('"title":"Cancel"');
    const values = { 'snooze-span': '1h' };
    const sent = await rig.counterpart.clickAction({ person: KIM, message, verb: 'snooze', values });
    expect(JSON.stringify(shownCard(sent.shown))).toContain('1 alert is yours');
    await rig.counterpart.clickAction({ person: KIM, message, verb: 'snooze' });
    const back = await rig.counterpart.clickAction({ person: KIM, message, verb: 'mine' });
    expect(JSON.stringify(shownCard(back.shown))).toContain('1 alert is yours');
  });

  it('says why something was refused, with the way back to the list', async () => {
    owned = 1;
    const message = await installed();
    const note = {
      lines: [[{ kind: 'text', text: 'Sam has had this.' }]],
      buttons: [{ action: 'take_over', alert: 123 }],
    } as const;
    rig.conversation.press = () => Promise.resolve({ kind: 'note', note });
    const pressed = await rig.counterpart.clickAction({ person: KIM, message, verb: 'resolve' });
    expect(JSON.stringify(shownCard(pressed.shown))).toContain('Back to the list');
  });

  it('is said anew to a client that knows no answers in place', async () => {
    owned = 1;
    const message = await installed();
    await rig.counterpart.clickAction({ person: KIM, message, verb: 'mine', client: 'old' });
    await until(() => directs().length === 2);
    expect(JSON.stringify(directs()[1])).toContain('1 alert is yours');
  });
});
