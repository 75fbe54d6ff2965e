/**
 * A form as a card of its own: for what the menu asks, for what must be mended, with the faults beside the fields, and for what
 * somebody tells us in a dialog.
 */
import { ACTION_NAMES, isOfPostMortem, TELLING_NAMES } from '../../../cards/actions.js';
import { type Form, isAlertForm } from '../../../cards/form.js';
import type { On } from './action-data.js';
import { type Action, type AdaptiveCard, adaptiveCard, type Element, type Execute } from './adaptive-card.js';
import { mineButton, pressButton, refreshButton, submitButton } from './buttons.js';
import { type Asked, formFields } from './form-fields.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { lineBlock, textBlock } from './line-block.js';
import { FORM_BYTES, withinSize } from './within-size.js';

const TITLE_CHARS = 150;
const INTRO_CHARS = 1_000;
/** A section of a post-mortem, whole. */
const QUOTE_CHARS = 10_000;

/** `on`: the card that it stands in place of. */
export function renderForm(form: Form, asked: Asked = {}, on?: On): AdaptiveCard {
  const cancel = cancelButton(form, on);
  return formCard(form, asked, [submitButton(form, on), ...(cancel ? [cancel] : [])]);
}

/**
 * In a dialog, which has its own way out and knows no Action.Execute:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/design-teams-task-modules
 */
export function renderDialog(form: Form, asked: Asked = {}): AdaptiveCard {
  const { fallback } = submitButton(form);
  return formCard(form, asked, fallback ? [fallback] : []);
}

function formCard(form: Form, asked: Asked, actions: readonly Action[]): AdaptiveCard {
  const title = inertMarkdown(cutLine(form.title, TITLE_CHARS)) || nameOf(form);
  return withinSize((share) => {
    const intro = lineBlock([{ kind: 'text', text: form.intro ?? '' }], { limit: INTRO_CHARS * share });
    return adaptiveCard({
      fallbackText: title,
      body: [
        { ...textBlock(title, { size: 'medium', weight: 'bolder' }), style: 'heading' },
        ...(intro ? [{ ...intro, spacing: 'small' as const }] : []),
        ...quoteBlocks(form.quote, share),
        ...formFields(form, asked),
      ],
      actions,
    });
  }, FORM_BYTES);
}

function nameOf(form: Form): string {
  return isAlertForm(form) ? ACTION_NAMES[form.action] : TELLING_NAMES[form.action];
}

function quoteBlocks(quote: Form['quote'], share: number): readonly Element[] {
  if (!quote) return [];
  const words = lineBlock([{ kind: 'text', text: quote.text }], { limit: QUOTE_CHARS * share });
  return [
    textBlock(inertMarkdown(cutLine(quote.label, TITLE_CHARS)), { weight: 'bolder' }),
    ...(words ? [words] : []),
  ];
}

function cancelButton(form: Form, on: On | undefined): Execute | undefined {
  if (on === 'mine') return mineButton('Cancel');
  if (!isAlertForm(form)) return undefined;
  const { action, alert } = form;
  return isOfPostMortem(action) ? pressButton('show_post_mortem', alert) : refreshButton(alert, 'Cancel');
}
