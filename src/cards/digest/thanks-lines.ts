/** Thanks to whom, in the customers' own words, verbatim; and who made customers whole. Never who was fastest. */
import { alertName } from '../../domain/alert.js';
import type { PraiseView, RecoveredView, Thanks } from '../../domain/digest/digest.js';
import { speaker } from '../headline.js';
import { known } from '../known.js';
import { listWords } from '../list-words.js';
import { type Line, line, strong } from '../text.js';

const MOST_QUOTES = 3;
const MOST_HELPERS = 5;
const MOST_CUSTOMERS = 3;
/** A word alone says little, and a letter is not read. */
const LEAST_CHARS = 20;
const MOST_CHARS = 280;

interface Quote {
  readonly words: string;
  readonly from: string;
  readonly to?: string;
}

export function thanksLines({ praise, recovered }: Thanks): readonly Line[] {
  const quotes = [...recovered.flatMap(recoveredQuote), ...praise.flatMap(praiseQuote)]
    .toSorted((a, b) => Number(b.to !== undefined) - Number(a.to !== undefined))
    .slice(0, MOST_QUOTES);
  return [...quotes.map(quoteLine), ...helperLines(recovered)];
}

function quoteLine({ words, from, to }: Quote): Line {
  return line(`“${words}” `, from, to !== undefined && `, about ${to}`);
}

/** Whole or not at all: half a sentence is not what they said. */
function quotable(text: string | undefined): string | undefined {
  const words = known(text, Infinity);
  return words !== undefined && words.length >= LEAST_CHARS && words.length <= MOST_CHARS ? words : undefined;
}

function praiseQuote({ signal, agent, account }: PraiseView): readonly Quote[] {
  const words = quotable(signal.text);
  if (words === undefined) return [];
  const to = known(agent, 60);
  return [{ words, from: fromWhom(known(signal.speaker, 60), account), ...(to !== undefined && { to }) }];
}

function recoveredQuote({ view, words: text }: RecoveredView): readonly Quote[] {
  const words = quotable(text);
  if (words === undefined) return [];
  const { account, closedBy, alert } = view;
  const to = known(closedBy?.name, 60);
  const from = `${fromWhom(speaker(view, view.lead), account?.name)} (${alertName(alert.number)})`;
  return [{ words, from, ...(to !== undefined && { to }) }];
}

function fromWhom(name: string | undefined, account: string | undefined): string {
  const company = known(account, 40);
  if (company === undefined || company === name) return name ?? 'a customer';
  return `${name ?? 'someone'} at ${company}`;
}

/** "Kim Larsen made it right for Maria Lopez at Acme, Bo and 1 more". */
function helperLines(recovered: readonly RecoveredView[]): readonly Line[] {
  const helped = new Map<string, { readonly name: string; readonly customers: string[] }>();
  for (const { view } of recovered) {
    const name = known(view.closedBy?.name, 60);
    if (!view.closedBy || name === undefined) continue;
    const group = helped.get(view.closedBy.id) ?? { name, customers: [] };
    group.customers.push(fromWhom(speaker(view, view.lead), view.account?.name));
    helped.set(view.closedBy.id, group);
  }
  return [...helped.values()]
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .slice(0, MOST_HELPERS)
    .map(({ name, customers }) => line(strong(name), ` made it right for ${namesWords(customers)}`));
}

function namesWords(customers: readonly string[]): string {
  const named = customers.slice(0, MOST_CUSTOMERS);
  const more = customers.length - named.length;
  return listWords([...named, ...(more > 0 ? [`${more} more`] : [])]);
}
