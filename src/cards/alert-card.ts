import { alertName } from '../domain/alert.js';
import type { AlertView, SignalView } from '../domain/alert-view.js';
import { cardButtons } from './card-buttons.js';
import { cardFacts } from './card-facts.js';
import { cardLabel, stateClause } from './card-label.js';
import { cardNotes } from './card-notes.js';
import type { Card } from './card.js';
import { headline } from './headline.js';
import { known } from './known.js';
import { modelReadingLine } from './model-reading-line.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { sourceLink } from './source-link.js';

const QUOTE_LIMIT = 300;

/** What people see of an alert as it stands. Pure: the same view is always the same card. */
export function alertCard(view: AlertView): Card {
  const { alert } = view;
  const quote = cardQuote(view.lead);
  const link = sourceLink(view.lead);
  const read = modelReadingLine(view);
  const told = headline(view);
  const name = alertName(alert.number);
  return {
    alert: alert.number,
    state: alert.state,
    severity: alert.severity,
    label: cardLabel(view),
    name,
    headline: told,
    fallback: `${SEVERITY_NAMES[alert.severity]} severity, ${name}: ${told}; ${stateClause(view)}.`,
    ...(quote !== undefined && { quote }),
    facts: cardFacts(view),
    notes: cardNotes(view),
    ...(read && { read }),
    ...cardButtons(alert),
    ...(link !== undefined && { link }),
  };
}

/** The customer's words as the card quotes them: verbatim but for line breaks, so that no text makes a card a page long. */
export function cardQuote(signal: Pick<SignalView, 'text'>): string | undefined {
  return known(signal.text, QUOTE_LIMIT);
}
