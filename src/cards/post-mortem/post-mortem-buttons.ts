import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { PostMortemActionId } from '../actions.js';
import type { Report } from '../report.js';

/** What can be done with a post-mortem as it stands; what is done seldom comes last. */
export function postMortemButtons(view: PostMortemView): NonNullable<Report['buttons']> {
  const { postMortem, items, alerts, sections } = view;
  const open = items.some(({ item }) => item.doneAt === undefined);
  const tick: readonly PostMortemActionId[] = open ? ['finish_item'] : [];
  const change: readonly PostMortemActionId[] = open ? ['change_item'] : [];
  const rewrite: readonly PostMortemActionId[] = sections.some(({ text }) => text !== '')
    ? ['rewrite_section']
    : [];
  const unlink: readonly PostMortemActionId[] = alerts.length > 1 ? ['unlink_alert'] : [];
  const actions = ((): readonly PostMortemActionId[] => {
    switch (postMortem.state) {
      case 'draft':
        return ['write_section', 'add_item', ...tick, 'send_to_review', ...rewrite, ...change, ...unlink];
      case 'in_review':
        return [
          'complete_post_mortem',
          'write_section',
          'add_item',
          ...tick,
          'reopen_post_mortem',
          ...rewrite,
          ...change,
          ...unlink,
        ];
      case 'completed':
        return ['add_item', ...tick, 'reopen_post_mortem', ...change];
    }
  })();
  return actions.map((action) => ({ action, alert: postMortem.leadAlert }));
}
