import { describe, expect, it } from 'vitest';
import { rollUpNote } from '../../src/cards/roll-up-note.js';
import type { AlertView } from '../../src/domain/alert-view.js';
import { renderNote as renderOnSlack } from '../../src/platforms/slack/render/render-note.js';
import { MOST_ITEMS as MOST_ON_SLACK } from '../../src/platforms/slack/render/render-note.js';
import { MOST_ITEMS as MOST_ON_TEAMS, renderNote } from '../../src/platforms/teams/render/render-note.js';
import { CONTENT_BYTES, sizeBytes } from '../../src/platforms/teams/render/within-size.js';
import { checkMessageBlocks } from '../counterparts/slack/block-kit-limits.js';
import { viewIn } from './acme.js';
import { noteAloud } from './read-aloud.js';

const numbered = (view: AlertView, number: number): AlertView => ({
  ...view,
  alert: { ...view.alert, number },
});

/** So many alerts at their longest. */
function many(count: number) {
  const view = viewIn('open');
  const long = {
    ...view,
    customer: { id: 'c', name: '&'.repeat(200) },
    account: { id: 'a', name: '<'.repeat(200) },
  };
  return Array.from({ length: count }, (_, at) => ({ view: numbered(long, 100_000_000 + at), waits: true }));
}

describe('a roll-up', () => {
  it('names each alert with its own button, and tells of those that have a card where it is', () => {
    const alerts = [
      { view: numbered(viewIn('open'), 7), waits: true },
      { view: numbered(viewIn('claimed'), 8), waits: false, link: 'https://acme.slack.com/archives/C1/p1' },
      { view: numbered(viewIn('resolved'), 9), waits: false },
    ];
    expect(noteAloud(rollUpNote(alerts))).toMatchInlineSnapshot(`
      "1 waits to be claimed. 3 alerts came at once, more than this channel takes cards. Whoever claims one gets its card, with its thread, in this channel.
      High · CX-7 · respond by 10:40 (~10:40) · Maria Lopez at Acme gave 2 of 5 after a call about refunds [Claim]
      CX-8 · Claimed by Kim · its card <https://acme.slack.com/archives/C1/p1> 
      CX-9 · Resolved: recovered · its card is in this channel "
    `);
  });

  it('fits into a message of Slack, and into one of Teams, with as many as they say that they hold', () => {
    const onSlack = renderOnSlack(rollUpNote(many(MOST_ON_SLACK)));
    expect(checkMessageBlocks({ blocks: onSlack.blocks })).toBeUndefined();
    expect(JSON.stringify(onSlack).match(/"action_id":"claim"/gu)).toHaveLength(MOST_ON_SLACK);
    const onTeams = renderNote(rollUpNote(many(MOST_ON_TEAMS)), {});
    expect(sizeBytes(onTeams)).toBeLessThanOrEqual(CONTENT_BYTES);
    expect(JSON.stringify(onTeams).match(/"verb":"claim"/gu)).toHaveLength(MOST_ON_TEAMS);
    expect(JSON.stringify(onTeams)).toContain('"on":"roll_up"');
  });
});
