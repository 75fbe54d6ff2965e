const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['EUR', '€'],
  ['GBP', '£'],
  ['USD', '$'],
  ['JPY', '¥'],
]);

/** From a million thousand millions on it is a sender's mistake, not a sum. */
const MOST_BELIEVED = 1e15;

/** An amount short enough for a card: "€48k", "CHF 1.2m", "900" where no currency is known; undefined for nothing, less, and what no customer pays. */
export function moneyWords(amount: number, currency: string | undefined): string | undefined {
  if (!(amount > 0 && amount < MOST_BELIEVED)) return undefined;
  const code = currency !== undefined && /^[a-z]{3}$/iu.test(currency) ? currency.toUpperCase() : undefined;
  if (code === undefined) return short(amount);
  const symbol = SYMBOLS.get(code);
  return symbol === undefined ? `${code} ${short(amount)}` : `${symbol}${short(amount)}`;
}

function short(amount: number): string {
  if (amount < 999.5) return String(Math.round(amount));
  if (amount < 999_500) return `${rounded(amount / 1_000)}k`;
  if (amount < 999_500_000) return `${rounded(amount / 1_000_000)}m`;
  return `${rounded(amount / 1_000_000_000)}bn`;
}

/** One decimal below ten, where it tells. */
function rounded(amount: number): string {
  return amount < 9.95 ? String(Number(amount.toFixed(1))) : String(Math.round(amount));
}
