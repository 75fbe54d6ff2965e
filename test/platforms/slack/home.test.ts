import { afterEach, describe, expect, it } from 'vitest';
import { viewIn } from '../../cards/acme.js';
import { staffId } from '../wire/staff-in-memory.js';
import { KIM, type Rig, startRig } from './rig.js';
import { until } from '../wire/until.js';

let rig: Rig;
afterEach(() => rig.close());

const MINE = { views: [viewIn('claimed')], total: 1 };
const show = (mark?: string) =>
  rig.slack.publishHome({ userId: KIM, ...(mark !== undefined && { mark }) }, MINE);
const home = () => JSON.stringify(rig.counterpart.home({ user: KIM }));

async function ready(mode: 'http' | 'socket' = 'http'): Promise<void> {
  rig = await startRig({ mode });
  await rig.ready();
}

/** Shows it and presses a button of it. */
async function press(actionId: string) {
  await show();
  const viewId = rig.counterpart.home({ user: KIM })!.id;
  return rig.counterpart.clickButton({ user: KIM, viewId, actionId });
}

describe.each(['http', 'socket'] as const)('the Home tab, over %s', (mode) => {
  it('opened by a member is asked for, with the mark of what stands there', async () => {
    await ready(mode);
    expect((await rig.counterpart.openHome({ user: KIM })).status).toBe(200);
    await until(() => rig.homes.length === 1);
    expect(rig.homes).toEqual([{ userId: KIM, staffId: staffId(KIM) }]);
    const shown = await show();
    await rig.counterpart.openHome({ user: KIM });
    await until(() => rig.homes.length === 2);
    expect(shown).toEqual({ outcome: 'shown', mark: rig.homes[1]?.mark });
    expect(shown).toHaveProperty('mark');
  });
});

describe('the Home tab', () => {
  it('shows what is theirs as /cx-mine does, with the same buttons and since when', async () => {
    await ready();
    await show();
    for (const word of ['Yours, by what is due first', '1 alert is yours', 'CX-123', 'As of'])
      expect(home()).toContain(word);
    for (const action of ['log_contact', 'resolve', 'snooze'])
      expect(home()).toContain(`"action_id":"${action}"`);
  });

  it('is not covered by an older one, nor asked for by the Messages tab', async () => {
    await ready();
    const first = await show();
    await show();
    expect(first.outcome === 'shown' && (await show(first.mark))).toEqual({ outcome: 'unsure' });
    await rig.counterpart.openHome({ user: KIM, tab: 'messages' });
    expect(rig.homes).toEqual([]);
  });

  it('says something kind to a guest and to a stranger, and nothing of any alert', async () => {
    rig = await startRig({
      counterpart: {
        workspace: {
          users: [
            { id: KIM },
            { id: 'U0GUEST001', isRestricted: true },
            { id: 'U0STRANGE1', isStranger: true, teamId: 'T0ELSEWHERE' },
          ],
        },
      },
    });
    await rig.ready();
    for (const user of ['U0GUEST001', 'U0STRANGE1']) {
      await rig.counterpart.openHome({ user });
      await until(() => rig.counterpart.home({ user }) !== null);
      const said = JSON.stringify(rig.counterpart.home({ user }));
      expect(said).toContain('Good to see you.');
      expect(said).not.toContain('CX-');
    }
    expect(rig.homes).toEqual([]);
  });

  it('is done with what was pressed on it, and shows that at once', async () => {
    await ready();
    const view = viewIn('claimed');
    const asleep = { ...view, alert: { ...view.alert, snoozedUntil: new Date() } };
    await rig.slack.publishHome({ userId: KIM }, { views: [asleep], total: 1 });
    const viewId = rig.counterpart.home({ user: KIM })!.id;
    await rig.counterpart.clickButton({ user: KIM, viewId, actionId: 'wake' });
    expect(rig.conversation.heard).toEqual([
      { actor: expect.objectContaining({ id: staffId(KIM) }) as unknown, alert: 123, action: 'wake' },
    ]);
    await until(() => rig.homes.length === 1);
  });

  it('answers a refusal in a modal over it, and in writing where that is too late', async () => {
    await ready();
    const refused = {
      kind: 'note',
      note: { lines: [[{ kind: 'text', text: 'Sam has had this.' }]] },
    } as const;
    rig.conversation.press = () => Promise.resolve(refused);
    await press('resolve');
    const view = await rig.counterpart.waitForView({ user: KIM, containing: 'Sam has had this.' });
    expect(view.type).toBe('modal');
    rig.counterpart.fault({ method: 'views.open', kind: 'error', error: 'expired_trigger_id', times: 1 });
    await press('resolve');
    await until(() => rig.counterpart.directMessages({ user: KIM }).length === 1);
    expect(JSON.stringify(rig.counterpart.directMessages({ user: KIM }))).toContain('Sam has had this.');
  });

  it('opens the form that asks first, and a button in a modal is answered in that modal', async () => {
    await ready();
    const asked = {
      kind: 'note',
      note: { lines: [[{ kind: 'text', text: 'Taken.' }]], buttons: [{ action: 'claim', alert: 123 }] },
    } as const;
    rig.conversation.press = () => Promise.resolve(asked);
    await press('resolve');
    const { id: viewId } = await rig.counterpart.waitForView({ user: KIM, containing: 'Taken.' });
    rig.conversation.press = () => Promise.resolve({ kind: 'done' });
    await rig.counterpart.clickButton({ user: KIM, viewId, actionId: 'claim' });
    await rig.counterpart.waitForView({ user: KIM, containing: 'Done: the card of CX-123 shows it.' });
  });
});
