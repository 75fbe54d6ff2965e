/** What can be done next, by state: the first few as buttons, the rest behind "More". */
import type { AlertState } from '../domain/alert.js';
import type { Card } from './card.js';

export const CARD_BUTTONS: Readonly<Record<AlertState, Pick<Card, 'buttons' | 'more'>>> = {
  open: { buttons: ['claim', 'dismiss'], more: ['change_severity', 'reassign', 'history'] },
  claimed: {
    buttons: ['resolve', 'release', 'reassign'],
    more: ['take_over', 'change_severity', 'history', 'dismiss'],
  },
  resolved: { buttons: ['reopen'], more: ['history'] },
  dismissed: { buttons: ['history'], more: [] },
};
