/** What can be done next, by state: the first few as buttons, the rest behind "More". */
import type { Alert, AlertState } from '../domain/alert.js';
import type { ActionId } from './actions.js';
import type { Card } from './card.js';

const CARD_BUTTONS: Readonly<Record<AlertState, Pick<Card, 'buttons' | 'more'>>> = {
  open: {
    buttons: ['claim', 'dismiss'],
    more: ['snooze', 'change_severity', 'reassign', 'history', 'post_mortem'],
  },
  claimed: {
    buttons: ['resolve', 'release', 'reassign'],
    more: [
      'log_contact',
      'promise',
      'snooze',
      'take_over',
      'change_severity',
      'history',
      'dismiss',
      'post_mortem',
    ],
  },
  resolved: { buttons: ['reopen', 'post_mortem'], more: ['history'] },
  dismissed: { buttons: ['history'], more: [] },
};

/** A snoozed alert can be woken instead. */
export function cardButtons({ state, snoozedUntil }: Alert): Pick<Card, 'buttons' | 'more'> {
  const { buttons, more } = CARD_BUTTONS[state];
  if (snoozedUntil === undefined) return { buttons, more };
  return { buttons, more: more.map((action): ActionId => (action === 'snooze' ? 'wake' : action)) };
}
