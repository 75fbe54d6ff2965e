/** The buttons of a card or a note. Action.Execute, with Action.Submit for clients that know no better. */
import { ACTION_NAMES, type ActionId, SHARE_NAME, TELLING_NAMES } from '../../../cards/actions.js';
import { type Form, isAlertForm } from '../../../cards/form.js';
import { alertName } from '../../../domain/alert.js';
import type { Execute } from './adaptive-card.js';
import {
  formData,
  MINE_VERB,
  mineData,
  type On,
  pressData,
  REFRESH_VERB,
  refreshData,
  SHARE_VERB,
  shareData,
  tellingData,
} from './action-data.js';
import { cutLine } from './inert-text.js';

const TITLE_CHARS = 60;

type Look = Pick<Execute, 'mode' | 'style'>;

/** Acts or asks at once; takes no inputs along. */
export function pressButton(action: ActionId, alert: number, look: Look = {}, on?: On): Execute {
  const name = ACTION_NAMES[action];
  return execute({
    title: name,
    tooltip: `${name} ${alertName(alert)}`,
    verb: action,
    data: pressData(action, alert, on),
    associatedInputs: 'none',
    ...look,
  });
}

/** Sends the form that it stands under. */
export function submitButton(form: Form, on?: On): Execute {
  return execute({
    title:
      cutLine(form.submit, TITLE_CHARS) ||
      (isAlertForm(form) ? ACTION_NAMES[form.action] : TELLING_NAMES[form.action]),
    verb: form.action,
    data: isAlertForm(form)
      ? formData(form.action, form.alert, on, form.carried)
      : tellingData(form.action, form.carried),
    style: 'positive',
  });
}

/** Brings the card back as it stands now. */
export function refreshButton(alert: number, title: string): Execute {
  return execute({ title, verb: REFRESH_VERB, data: refreshData(alert), associatedInputs: 'none' });
}

/** Brings the card of what is one's own as it stands now. */
export function mineButton(title: string): Execute {
  return execute({ title, verb: MINE_VERB, data: mineData(), associatedInputs: 'none' });
}

/** Under a summary that may be shown to others. */
export function shareButton(report: string): Execute {
  return execute({
    title: SHARE_NAME,
    verb: SHARE_VERB,
    data: shareData(report),
    associatedInputs: 'none',
  });
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards#backward-compatibility */
function execute({ verb, ...rest }: Omit<Execute, 'type' | 'fallback'>): Execute {
  return { type: 'Action.Execute', verb, ...rest, fallback: { type: 'Action.Submit', ...rest } };
}

/** Teams shows six: https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config */
export const MOST_BUTTONS = 6;
