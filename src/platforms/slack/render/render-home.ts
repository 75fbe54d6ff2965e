/** A person's App Home: https://docs.slack.dev/reference/views/home-tab-views */
import type { types } from '@slack/bolt';
import { HOME_TITLE } from '../../../cards/home-note.js';
import type { Note } from '../../../cards/note.js';
import { BLOCK_KIT } from '../limits.js';
import { plain } from './buttons.js';
import { renderNote } from './render-note.js';

const HOME_CALLBACK = 'earshot_home';

export function renderHome(note: Note): types.HomeView {
  const title: types.HeaderBlock = { type: 'header', text: plain(HOME_TITLE, BLOCK_KIT.headerTextChars) };
  return {
    type: 'home',
    callback_id: HOME_CALLBACK,
    blocks: [title, ...renderNote(note).blocks].slice(0, BLOCK_KIT.blocksPerView),
  };
}
