/** Fetches the page that the address bar names and brings the open one to it. */
import { morph } from './morph.js';
import { tellTimes } from './times.js';

/** Where the page stands, without what is shown only once. */
export function here(): string {
  return location.pathname + location.search;
}

/** How many pages have been shown: what was fetched before the last of them is out of date. */
let shown = 0;

export async function refreshPage(): Promise<void> {
  const asked = here();
  const before = shown;
  const response = await fetch(asked, { headers: { accept: 'text/html' } });
  if (response.status === 401) {
    location.reload();
    return;
  }
  if (!response.ok) throw new Error(`the desk answered ${response.status}`);
  const text = await response.text();
  // A press or a link was quicker.
  if (here() === asked && shown === before) showPage(text);
}

/** Shows a page as sent by the server in place of what is shown now. */
export function showPage(html: string): void {
  shown += 1;
  const arrived = morph(new DOMParser().parseFromString(html, 'text/html'));
  tellTimes();
  const cards = arrived.filter((element) => element.hasAttribute('data-alert'));
  for (const card of arrived) card.setAttribute('data-arrived', '');
  announce(cards);
  focusAsked();
}

/** One sentence for a screen reader, however many came. */
function announce(cards: readonly Element[]): void {
  const status = document.getElementById('arrivals');
  const [first] = cards;
  if (!status || !first) return;
  status.textContent =
    cards.length === 1 ? `New: ${first.getAttribute('data-said') ?? ''}` : `${cards.length} new alerts`;
}

/** A form or an answer that has just appeared asks for the focus once. */
function focusAsked(): void {
  const asking = document.querySelector<HTMLElement>('[data-answer]:not([data-seen])');
  if (!asking) return;
  asking.setAttribute('data-seen', '');
  const field = asking.querySelector<HTMLElement>('[autofocus]');
  if (field) field.focus({ preventScroll: true });
  else sayAnswer(asking);
  asking.scrollIntoView({ block: 'nearest' });
}

/** Its sentences for a screen reader: the focus stays where the question was asked. */
function sayAnswer(answer: Element): void {
  const status = document.getElementById('arrivals');
  const lines = [...answer.querySelectorAll('.note-line')].map((line) => line.textContent.trim());
  const listed = answer.querySelectorAll('.note-items > li').length;
  if (listed > 0) lines.push(listed === 1 ? '1 alert listed' : `${listed} alerts listed`);
  if (status) status.textContent = `For you alone: ${lines.join(' ')}`;
}
