import type { BlockAction, SlackViewAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, CHANNEL, form, KIM, plain, startBoltApp, type BoltApp } from './bolt-app.js';

let slack: BoltApp['slack'];
let app: BoltApp['app'];
let bolt: BoltApp;

beforeEach(async () => {
  bolt = await startBoltApp();
  ({ slack, app } = bolt);
});
afterEach(() => bolt.close());

describe('a form', () => {
  const open = async (): Promise<void> => {
    app.action('claim', async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: form });
      await ack();
    });
    await slack.clickButton({ user: KIM, channel: CHANNEL, ts: await bolt.card(), actionId: 'claim' });
  };

  it('is opened by the trigger of a click, filled and submitted, and then it is gone', async () => {
    const submitted: SlackViewAction[] = [];
    app.view('resolve', async ({ ack, body }) => {
      submitted.push(body);
      await ack();
    });
    await open();
    const values = { note_text: 'Called them', outcome: 'recovered' };
    const sent = await slack.submitView({ user: KIM, values });

    expect(sent.outcome).toEqual({ kind: 'closed' });
    expect(slack.views({ user: KIM })).toEqual([]);
    expect(submitted[0]?.view).toMatchObject({
      callback_id: 'resolve',
      private_metadata: 'a1',
      state: {
        values: {
          note: { note_text: { type: 'plain_text_input', value: 'Called them' } },
          outcome: { outcome_choice: { selected_option: { value: 'recovered' } } },
        },
      },
    });
  });

  it('takes only what fits its fields', async () => {
    await open();
    const submit = (values: Record<string, string>) => slack.submitView({ user: KIM, values });
    await expect(submit({})).rejects.toThrow('note_text must be filled');
    await expect(submit({ note_text: 'x'.repeat(21) })).rejects.toThrow('20 characters at most');
    await expect(submit({ note_text: 'x', outcome: 'lost' })).rejects.toThrow('only recovered');
    await expect(submit({ note_text: 'x', colour: 'red' })).rejects.toThrow('no place for colour');
  });

  it('stays with errors, changes, stacks up to three, and clears, as the app answers', async () => {
    const answers = [
      { response_action: 'errors' as const, errors: { note: 'Say more' } },
      { response_action: 'errors' as const, errors: { nowhere: 'Say more' } },
      { response_action: 'update' as const, view: { ...form, title: plain('Again') } },
      { response_action: 'push' as const, view: { ...form, title: plain('Sure?') } },
      { response_action: 'push' as const, view: { ...form, title: plain('Really?') } },
      { response_action: 'push' as const, view: { ...form, title: plain('Too deep') } },
      { response_action: 'clear' as const },
    ];
    app.view('resolve', async ({ ack }) => {
      await ack(answers.shift());
    });
    await open();
    const titles = () => slack.views({ user: KIM }).map((view) => view.title?.['text']);
    const submit = async () => (await slack.submitView({ user: KIM, values: { note_text: 'x' } })).outcome;

    expect(await submit()).toEqual({ kind: 'errors', errors: { note: 'Say more' } });
    expect(await submit()).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('nowhere') as unknown,
    });
    expect(await submit()).toMatchObject({ kind: 'updated' });
    expect(await submit()).toMatchObject({ kind: 'pushed' });
    expect(await submit()).toMatchObject({ kind: 'pushed' });
    expect(titles()).toEqual(['Again', 'Sure?', 'Really?']);
    expect(await submit()).toEqual({ kind: 'failed', why: 'push_limit_reached' });
    expect(await submit()).toEqual({ kind: 'cleared' });
    expect(titles()).toEqual([]);
  });

  it('may hold buttons and choices of its own, with what else has been filled in', async () => {
    const acted: BlockAction[] = [];
    app.action('severity', async ({ ack, body, client }) => {
      acted.push(body as BlockAction);
      await client.views.push({ trigger_id: (body as BlockAction).trigger_id, view: form });
      await ack();
    });
    let triggerId = '';
    app.command('/cx-form', async ({ ack, command }) => {
      triggerId = command.trigger_id;
      await ack();
    });
    await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-form' });
    const blocks = [...buttons, ...form.blocks];
    const { view } = await app.client.views.open({ trigger_id: triggerId, view: { ...form, blocks } });
    const values = { note_text: 'half' };
    const act = { user: KIM, viewId: view!.id!, actionId: 'severity', choose: 'low', values };
    expect((await slack.clickButton(act)).status).toBe(200);

    expect(acted[0]).toMatchObject({
      container: { type: 'view', view_id: view!.id },
      view: { state: { values: { note: { note_text: { value: 'half' } } } } },
      actions: [{ selected_option: { value: 'low' } }],
    });
    expect(slack.views({ user: KIM })).toHaveLength(2);
  });

  it('tells the app when it is closed instead', async () => {
    let closed = 0;
    app.view({ callback_id: 'resolve', type: 'view_closed' }, async ({ ack }) => {
      closed += 1;
      await ack();
    });
    await open();
    await slack.closeView({ user: KIM });
    expect(closed).toBe(1);
  });

  it('cannot be opened late or twice, or changed by who saw an older state', async () => {
    let triggerId = '';
    app.command('/cx-form', async ({ ack, command }) => {
      triggerId = command.trigger_id;
      await ack();
    });
    const command = () => slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-form' });
    const openIt = () => app.client.views.open({ trigger_id: triggerId, view: form });

    await command();
    bolt.pass(3001);
    await expect(openIt()).rejects.toThrow('expired_trigger_id');
    await command();
    const { view } = await openIt();
    await expect(openIt()).rejects.toThrow('exchanged_trigger_id');
    triggerId = 'made.up';
    await expect(openIt()).rejects.toThrow('invalid_trigger_id');

    const change = { view_id: view!.id!, hash: view!.hash!, view: form };
    await app.client.views.update(change);
    await expect(app.client.views.update(change)).rejects.toThrow('hash_conflict');
    await expect(app.client.views.update({ ...change, view_id: 'V0NOWHERE1' })).rejects.toThrow('not_found');
  });

  it('may be the App Home', async () => {
    const view = { type: 'home' as const, blocks: [{ type: 'section' as const, text: plain('My alerts') }] };
    expect(slack.home({ user: KIM })).toBeNull();
    await app.client.views.publish({ user_id: KIM, view });
    expect(slack.home({ user: KIM })).toMatchObject({
      type: 'home',
      blocks: [{ text: { text: 'My alerts' } }],
    });
  });
});
