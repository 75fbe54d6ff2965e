/** The bar beside a card. The label says the same in words: colour alone tells some people nothing. */
import type { Card } from '../../../cards/card.js';
import type { Severity } from '../../../domain/severity.js';

const OPEN: Readonly<Record<Severity, string>> = {
  critical: '#a30200',
  high: '#a30200',
  normal: '#d0651d',
  low: '#64748b',
};

export function cardColour({ state, severity }: Pick<Card, 'state' | 'severity'>): string {
  switch (state) {
    case 'open':
      return OPEN[severity];
    case 'claimed':
      return '#daa038';
    case 'resolved':
      return '#2eb886';
    case 'dismissed':
      return '#8d8d8d';
  }
}
