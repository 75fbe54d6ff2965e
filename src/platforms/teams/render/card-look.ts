/** The band above a card. The label says the same in words: colour alone tells some people nothing. */
import type { Card } from '../../../cards/card.js';
import type { Severity } from '../../../domain/severity.js';
import type { Colour, ContainerStyle } from './adaptive-card.js';

interface Look {
  readonly style: ContainerStyle;
  readonly color: Colour;
}

const OPEN: Readonly<Record<Severity, Look>> = {
  critical: { style: 'attention', color: 'attention' },
  high: { style: 'attention', color: 'attention' },
  normal: { style: 'accent', color: 'accent' },
  low: { style: 'emphasis', color: 'default' },
};

export function cardLook({ state, severity }: Pick<Card, 'state' | 'severity'>): Look {
  switch (state) {
    case 'open':
      return OPEN[severity];
    case 'claimed':
      return { style: 'warning', color: 'warning' };
    case 'resolved':
      return { style: 'good', color: 'good' };
    case 'dismissed':
      return { style: 'emphasis', color: 'default' };
  }
}
