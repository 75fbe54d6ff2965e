import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rollUpNote } from '../../../src/cards/roll-up-note.js';
import { line } from '../../../src/cards/text.js';
import { KIM } from '../../counterparts/teams/people.js';
import { SUPPORT } from '../../counterparts/teams/tenant.js';
import { viewIn } from '../../cards/acme.js';
import { referenceOf } from '../wire/reference-of.js';
import { type InboundRig, startInbound } from './inbound-rig.js';

let rig: InboundRig;
let message: string;
beforeEach(async () => {
  rig = await startInbound();
  await rig.postCard();
  const content = { kind: 'note', note: rollUpNote([{ view: viewIn('open'), waits: true }]) } as const;
  const sent = await rig.teams.platform.send({ messageId: 'r', channel: SUPPORT, direct: false, content });
  message = referenceOf(sent).split('|')[1] ?? '';
});
afterEach(() => rig.close());

describe('a message that names several alerts', () => {
  it('stays as it is for whoever claims one there, and is taken for no card', async () => {
    const pressed = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    expect(rig.conversation.heard).toMatchObject([{ alert: 123, action: 'claim' }]);
    expect(JSON.stringify(pressed.shown)).toContain('CX-123');
    expect(JSON.stringify(pressed.shown)).not.toContain('AdaptiveCard');
    expect(rig.seenCards).toEqual([]);
  });

  it('stays so where the claim is refused, with the reason in words', async () => {
    const note = {
      lines: [line('Sam has had this.')],
      buttons: [{ action: 'take_over', alert: 123 }],
    } as const;
    rig.conversation.press = () => Promise.resolve({ kind: 'note', note });
    const pressed = await rig.counterpart.clickAction({ person: KIM, message, verb: 'claim' });
    expect(JSON.stringify(pressed.shown)).toContain('Sam has had this.');
    expect(JSON.stringify(pressed.shown)).not.toContain('AdaptiveCard');
  });
});
