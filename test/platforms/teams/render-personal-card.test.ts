import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import type { AdaptiveCard } from '../../../src/platforms/teams/render/adaptive-card.js';
import { renderCard } from '../../../src/platforms/teams/render/render-card.js';
import { ANA, KIM, VIEW, viewIn } from '../../cards/acme.js';
import { checkCard } from './card-rules.js';

describe('a card for one person on Teams', () => {
  it('is asked for by the clients of those involved, sixty at most', () => {
    const refresh = (involved: readonly string[]) => renderCard(alertCard(VIEW), { involved }).refresh;
    expect(refresh(['29:kim', '29:kim', '29:ana'])).toEqual({
      action: expect.objectContaining({
        type: 'Action.Execute',
        verb: 'refresh',
        data: { earshot: { v: 1, action: 'refresh', alert: 123 } },
      }) as unknown,
      userIds: ['29:kim', '29:ana'],
    });
    expect(refresh(Array.from({ length: 90 }, (_, index) => `29:${index}`))?.userIds).toHaveLength(60);
    expect(refresh([])?.userIds).toEqual([]);
  });

  it('says “you” to the owner, and offers what an owner can do', () => {
    const card = renderCard(alertCard(viewIn('claimed')), { viewerId: KIM.id });
    expect(JSON.stringify(card.body)).toContain('"Claimed by you"');
    expect(JSON.stringify(card.body)).toContain('"You, since {{DATE(');
    expect(titles(card)).toEqual([
      'Resolve',
      'Release',
      'Reassign',
      'Log contact',
      'Promise a call-back',
      'Snooze',
      'Change severity',
      'History',
      'Not an issue',
      'Post-mortem',
    ]);
  });

  it('offers somebody else to take it over, and nothing that would be refused', () => {
    const card = renderCard(alertCard(viewIn('claimed')), { viewerId: ANA.id });
    expect(JSON.stringify(card.body)).toContain('"Claimed by Kim"');
    expect(titles(card)).toEqual(['Take over', 'Reassign', 'Change severity', 'History', 'Post-mortem']);
    expect(checkCard(card)).toEqual([]);
  });

  it('is the same for everybody while nobody owns it', () => {
    const card = alertCard(VIEW);
    expect(renderCard(card, { viewerId: ANA.id })).toEqual(renderCard(card));
  });
});

function titles(card: AdaptiveCard): readonly string[] {
  return (card.actions ?? []).map((action) => action.title);
}
