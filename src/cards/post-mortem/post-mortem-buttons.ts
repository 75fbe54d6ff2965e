import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { PostMortemActionId } from '../actions.js';
import type { Report } from '../report.js';

/** What can be done with a post-mortem as it stands. */
export function postMortemButtons({ postMortem, items }: PostMortemView): NonNullable<Report['buttons']> {
  const open = items.some(({ item }) => item.doneAt === undefined);
  const tick: readonly PostMortemActionId[] = open ? ['finish_item'] : [];
  const actions = ((): readonly PostMortemActionId[] => {
    switch (postMortem.state) {
      case 'draft':
        return ['write_section', 'add_item', ...tick, 'send_to_review'];
      case 'in_review':
        return ['complete_post_mortem', 'write_section', 'add_item', ...tick, 'reopen_post_mortem'];
      case 'completed':
        return ['add_item', ...tick, 'reopen_post_mortem'];
    }
  })();
  return actions.map((action) => ({ action, alert: postMortem.leadAlert }));
}
