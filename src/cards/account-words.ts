import type { AccountView } from '../domain/alert-view.js';
import { known } from './known.js';
import { moneyWords } from './money-words.js';

/** "Acme · gold · €48k a year"; empty where nothing is known. */
export function accountWords(account: AccountView | undefined): string {
  if (account === undefined) return '';
  const { name, tier, annualValue, currency } = account;
  const worth = annualValue === undefined ? undefined : moneyWords(annualValue, currency);
  const parts = [known(name, 60), known(tier, 30), worth && `${worth} a year`];
  return parts.filter((part) => part !== undefined).join(' · ');
}
