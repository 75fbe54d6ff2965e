import type { PostMortemView } from '../../src/domain/post-mortem/post-mortem-view.js';
import { SECTIONS } from '../../src/domain/post-mortem/post-mortem.js';
import { ANA, at, KIM, viewIn } from './acme.js';

/** A draft of Maria's refund, with one action and one section written. */
export const PAPER: PostMortemView = {
  postMortem: {
    number: 7,
    revision: 3,
    state: 'draft',
    theme: 'refunds',
    team: 'support',
    leadAlert: 123,
    openedAt: at('12:00'),
  },
  openedBy: KIM,
  sections: SECTIONS.map((name) =>
    name === 'differently'
      ? {
          name,
          version: 1,
          text: 'Call before the third mail.\n\n- Somebody owns the queue',
          writtenAt: at('12:10'),
          writtenBy: ANA,
        }
      : { name, version: 0, text: '' },
  ),
  alerts: [viewIn('resolved')],
  items: [
    {
      item: {
        id: '0190f0a0-0000-7000-8000-000000000001',
        postMortem: 7,
        text: 'Refund review queue',
        ownerId: KIM.id,
        dueOn: '2026-11-24',
        partner: 'legal',
        tracker: 'https://tracker.example.com/1',
        addedAt: at('12:20'),
      },
      owner: KIM,
    },
  ],
};
