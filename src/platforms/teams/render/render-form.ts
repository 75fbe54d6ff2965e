/** A form as a card of its own: for what the menu asks, and for what must be mended, with the faults beside the fields. */
import { ACTION_NAMES, isOfPostMortem } from '../../../cards/actions.js';
import type { Form } from '../../../cards/form.js';
import { type AdaptiveCard, adaptiveCard } from './adaptive-card.js';
import type { On } from './action-data.js';
import type { Execute } from './adaptive-card.js';
import { mineButton, pressButton, refreshButton, submitButton } from './buttons.js';
import { type Asked, formFields } from './form-fields.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { lineBlock, textBlock } from './line-block.js';
import { withinSize } from './within-size.js';

const TITLE_CHARS = 150;
const INTRO_CHARS = 1_000;

/** `on`: the card that it stands in place of. */
export function renderForm(form: Form, asked: Asked = {}, on?: On): AdaptiveCard {
  const title = inertMarkdown(cutLine(form.title, TITLE_CHARS)) || ACTION_NAMES[form.action];
  return withinSize((share) => {
    const intro = lineBlock([{ kind: 'text', text: form.intro ?? '' }], { limit: INTRO_CHARS * share });
    return adaptiveCard({
      fallbackText: title,
      body: [
        { ...textBlock(title, { size: 'medium', weight: 'bolder' }), style: 'heading' },
        ...(intro ? [{ ...intro, spacing: 'small' as const }] : []),
        ...formFields(form, asked),
      ],
      actions: [submitButton(form.action, form.alert, form.submit, on), cancelButton(form, on)],
    });
  });
}

function cancelButton({ action, alert }: Form, on: On | undefined): Execute {
  if (on === 'mine') return mineButton('Cancel');
  return isOfPostMortem(action) ? pressButton('show_post_mortem', alert) : refreshButton(alert, 'Cancel');
}
