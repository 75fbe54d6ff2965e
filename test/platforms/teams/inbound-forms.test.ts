import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS_WITH_FORM, POST_MORTEM_ACTIONS_WITH_FORM } from '../../../src/cards/actions.js';
import { ALL_POST_MORTEM_FORMS } from '../../../src/cards/all-post-mortem-forms.js';
import { PAPER } from '../../cards/paper.js';
import { ALL_FORMS } from '../../../src/cards/all-forms.js';
import type { Form } from '../../../src/cards/form.js';
import { PERSON_FIELDS } from '../../../src/platforms/teams/handlers/on-acted.js';
import { formData, refreshData } from '../../../src/platforms/teams/render/action-data.js';
import { viewIn } from '../../cards/acme.js';
import { EVE, GUS, KIM, SAM } from '../../counterparts/teams/people.js';
import { SUPPORT } from '../../counterparts/teams/tenant.js';
import { staffId } from '../wire/staff-in-memory.js';
import { type InboundRig, startInbound } from './inbound-rig.js';

let rig: InboundRig;
beforeEach(async () => {
  rig = await startInbound();
});
afterEach(() => rig.close());

const invoke = (data: object, more: object = {}) =>
  rig.counterpart.sendEvent({
    person: KIM,
    conversation: SUPPORT,
    event: {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'any', data }, trigger: 'manual' },
      ...more,
    },
  });
const form = (action: 'dismiss' | 'reassign' | 'resolve'): Form =>
  ALL_FORMS[action].ask(viewIn('open'), 'UTC');

describe('a form', () => {
  it('on the card is sent with what was put into its fields', async () => {
    const message = await rig.postCard();
    await rig.counterpart.clickAction({
      person: KIM,
      message,
      verb: 'dismiss',
      values: { 'dismiss-dismissal': 'handled' },
    });
    expect(rig.conversation.heard).toMatchObject([
      { actor: { id: staffId(KIM) }, action: 'dismiss', alert: 123, answers: { dismissal: 'handled' } },
    ]);
  });

  it('that is asked for comes as a card of its own', async () => {
    rig.conversation.press = () => Promise.resolve({ kind: 'form', form: form('reassign') });
    const { body } = await invoke({ earshot: { v: 1, action: 'reassign', alert: 123 } });
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(body)).toContain('reassign-to');
  });

  it('that must be mended comes back with the fault and with all that was typed', async () => {
    rig.conversation.press = () => Promise.resolve({ kind: 'form', form: form('resolve') });
    rig.conversation.submit = () =>
      Promise.resolve({ kind: 'mend', faults: { rootCause: 'Say what was behind it.' } });
    const given = { 'resolve-outcome': 'recovered', 'resolve-note': 'called her back' };
    const { body } = await invoke({ ...formData('resolve', 123), ...given });
    expect(JSON.stringify(body)).toContain('called her back');
    expect(rig.conversation.heard).toEqual([]);
  });

  it('that must be mended, for an alert that somebody closed meanwhile, says so', async () => {
    rig.conversation.submit = () => Promise.resolve({ kind: 'mend', faults: { note: 'Say something.' } });
    rig.conversation.press = () =>
      Promise.resolve({ kind: 'note', note: { lines: [[{ kind: 'text', text: 'Already resolved' }]] } });
    const { body } = await invoke(formData('resolve', 123));
    expect(body).toMatchObject({ value: 'Already resolved' });
  });

  it('sent by an older client that must be mended offers the form once more', async () => {
    rig.conversation.press = () => Promise.resolve({ kind: 'form', form: form('dismiss') });
    rig.conversation.submit = () =>
      Promise.resolve({ kind: 'mend', faults: { dismissal: 'Choose a reason.' } });
    const sent = await rig.counterpart.sendEvent({
      person: KIM,
      conversation: SUPPORT,
      event: { type: 'message', value: formData('dismiss', 123) },
    });
    expect(sent.status).toBe(200);
    const said = JSON.stringify(rig.counterpart.messages({ conversation: SUPPORT }));
    expect(said).toContain('Choose a reason.');
  });
});

describe('somebody chosen in a form', () => {
  const chosen = (to: string) =>
    invoke({ ...formData('reassign', 123), 'reassign-to': to, 'reassign-why': 'on holiday' });

  it('is found by the id that the picker gives, and handed on as one of the staff', async () => {
    await chosen('a1a1a1a1-0000-4000-8000-000000000002');
    expect(rig.conversation.heard).toMatchObject([{ answers: { to: staffId(SAM), why: 'on holiday' } }]);
  });

  it('is found in the channels of our teams by whoever chooses in a chat with the bot alone', async () => {
    await rig.postCard();
    await rig.counterpart.install({ person: KIM });
    const event = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: {
          type: 'Action.Execute',
          verb: 'any',
          data: { ...formData('reassign', 123), 'reassign-to': 'a1a1a1a1-0000-4000-8000-000000000002' },
        },
        trigger: 'manual',
      },
    };
    await rig.counterpart.sendEvent({ person: KIM, event });
    expect(rig.conversation.heard.at(-1)).toMatchObject({ answers: { to: staffId(SAM) } });
  });

  it.each([
    ['a guest', 'a1a1a1a1-0000-4000-8000-000000000003', 'Choose a member'],
    ['somebody of another organisation', EVE, 'Choose a member'],
    ['somebody whom nobody knows', 'a1a1a1a1-0000-4000-8000-00000000dead', 'could not find out there'],
    ['no id at all', 'no id\nat all', 'Choose a member'],
  ])('who is %s is a fault beside the field', async (_, to, words) => {
    rig.counterpart.setTeam({ id: '19:general-of-support@thread.tacv2', members: [KIM, SAM, GUS, EVE] });
    rig.conversation.press = () => Promise.resolve({ kind: 'form', form: form('reassign') });
    const { body } = await chosen(to);
    expect(JSON.stringify(body)).toContain(words);
    expect(rig.conversation.heard).toEqual([]);
  });

  it('is looked for in every form that asks for a person', () => {
    const forms = [
      ...ACTIONS_WITH_FORM.map((action) => ALL_FORMS[action].ask(viewIn('open'), 'UTC')),
      ...POST_MORTEM_ACTIONS_WITH_FORM.map((action) =>
        ALL_POST_MORTEM_FORMS[action].ask(PAPER, { now: new Date(0), timeZone: 'UTC', partners: [] }),
      ),
    ];
    const asking = forms.flatMap(({ action, fields }) =>
      fields.flatMap((field) => (field.kind === 'person' ? [[action, field.name]] : [])),
    );
    expect(asking).toEqual(Object.entries(PERSON_FIELDS));
  });
});

describe('the card as one person sees it', () => {
  it('is fetched without anything being asked of the conversation, however often', async () => {
    rig.view = () => Promise.resolve(viewIn('claimed'));
    for (const id of ['f:1', 'f:1', 'f:2']) {
      const { body } = await invoke(refreshData(123), { id });
      expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    }
    expect(rig.conversation.heard).toEqual([]);
  });

  it('of an alert that there is not says so', async () => {
    const { body } = await invoke(refreshData(7));
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(body)).toContain('CX-7');
  });
});
