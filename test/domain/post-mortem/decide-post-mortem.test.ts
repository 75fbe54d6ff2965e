import { describe, expect, it } from 'vitest';
import type { PostMortemChange } from '../../../src/domain/post-mortem/change.js';
import { decidePostMortem } from '../../../src/domain/post-mortem/decide-post-mortem.js';
import type { PostMortemState } from '../../../src/domain/post-mortem/post-mortem.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const AGAIN = { verb: 'reopen', why: 'another cause' } as const;
const ANA = { verb: 'send_to_review', reviewer: 'ana' } as const;
const COMPLETE = { verb: 'complete' } as const;

function decide(state: PostMortemState, change: PostMortemChange, more: object = {}) {
  const postMortem = {
    number: 7,
    revision: 1,
    state,
    theme: 'refunds',
    team: 'support',
    leadAlert: 1,
    openedAt: NOW,
    ...(state !== 'draft' && { reviewerId: 'ana' }),
  };
  return decidePostMortem(
    { postMortem, differently: 'Call first. Then write.', actorId: 'kim', isLead: false, at: NOW, ...more },
    change,
  );
}

describe('what can be done with a post-mortem', () => {
  it.each<[PostMortemState, PostMortemChange, object, string]>([
    ['draft', ANA, {}, 'in_review'],
    ['draft', COMPLETE, {}, 'not_in_review'],
    ['draft', AGAIN, {}, 'still_draft'],
    ['in_review', ANA, {}, 'with_them'],
    ['in_review', { ...ANA, reviewer: 'omar' }, {}, 'in_review'],
    ['in_review', COMPLETE, {}, 'not_reviewer'],
    ['in_review', COMPLETE, { actorId: 'ana' }, 'completed'],
    ['in_review', COMPLETE, { isLead: true }, 'completed'],
    ['in_review', COMPLETE, { actorId: 'ana', differently: ' \n' }, 'nothing_learnt'],
    ['in_review', AGAIN, {}, 'draft'],
    ['completed', ANA, {}, 'completed'],
    ['completed', COMPLETE, { actorId: 'ana' }, 'completed'],
    ['completed', AGAIN, {}, 'draft'],
  ])('%s, %o, %o: %s', (state, change, more, expected) => {
    const verdict = decide(state, change, more);
    expect('refused' in verdict ? verdict.refused : verdict.fields.state).toBe(expected);
  });

  it('keeps the first sentence as what was learnt, and forgets it when it is reopened', () => {
    expect(decide('in_review', COMPLETE, { actorId: 'ana' })).toMatchObject({
      fields: { lesson: 'Call first.' },
    });
    expect(decide('completed', AGAIN)).toMatchObject({ fields: { lesson: null, completedAt: null } });
  });
});
