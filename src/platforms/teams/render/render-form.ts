/** A form as a card of its own: for what the menu asks, and for what must be mended, with the faults beside the fields. */
import { ACTION_NAMES, isOfPostMortem } from '../../../cards/actions.js';
import type { Form } from '../../../cards/form.js';
import { type AdaptiveCard, adaptiveCard } from './adaptive-card.js';
import { pressButton, refreshButton, submitButton } from './buttons.js';
import { type Asked, formFields } from './form-fields.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { lineBlock, textBlock } from './line-block.js';
import { withinSize } from './within-size.js';

const TITLE_CHARS = 150;
const INTRO_CHARS = 1_000;

export function renderForm(form: Form, asked: Asked = {}): AdaptiveCard {
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
      actions: [
        submitButton(form.action, form.alert, form.submit),
        isOfPostMortem(form.action)
          ? pressButton('show_post_mortem', form.alert)
          : refreshButton(form.alert, 'Cancel'),
      ],
    });
  });
}
