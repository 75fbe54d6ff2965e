import { alertName } from '../../domain/alert.js';
import type { AlertView } from '../../domain/alert-view.js';
import { headline } from '../headline.js';
import { known } from '../known.js';
import { moneyWords } from '../money-words.js';

/** "CX-12 (Maria Lopez at Acme gave 2 of 5 after a call about refunds; €48k a year)". */
export function matterWords(view: AlertView): string {
  const { annualValue, currency } = view.account ?? {};
  const value = annualValue === undefined ? undefined : moneyWords(annualValue, currency);
  return `${alertName(view.alert.number)} (${headline(view)}${value === undefined ? '' : `; ${value} a year`})`;
}

/** "with Kim Larsen"; undefined where nobody has it. */
export function withWhom({ owner }: AlertView): string | undefined {
  return owner && `with ${known(owner.name, 60) ?? 'a colleague'}`;
}
