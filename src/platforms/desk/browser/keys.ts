/** Everything by keyboard: j and k move through the cards, letters act on the one that has the focus. */

/** In the reader's browser: `off` where letters are to be left alone. */
const KEPT_AS = 'earshot-keys';

export function listenKeys(): void {
  offerKeys();
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      escape();
      return;
    }
    if (isTyping(event.target) || document.querySelector('dialog[open]') || !areOn()) return;
    if (act(event.key)) event.preventDefault();
  });
  // A click elsewhere closes an open menu.
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('details.more[open]'))
      if (!(event.target instanceof Node) || !menu.contains(event.target)) menu.removeAttribute('open');
  });
}

function areOn(): boolean {
  return localStorage.getItem(KEPT_AS) !== 'off';
}

function offerKeys(): void {
  const choice = document.querySelector<HTMLInputElement>('#keys-on');
  if (choice) choice.checked = areOn();
  choice?.addEventListener('change', () => {
    if (choice.checked) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, 'off');
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-opens=keys]')) openKeys();
  });
}

function act(key: string): boolean {
  switch (key) {
    case 'j':
      return move(1);
    case 'k':
      return move(-1);
    case 'o':
      return press('[data-thread]');
    case 'c':
      return press('[data-action=claim]');
    case 'r':
      return press('[data-action=resolve]');
    case '/':
      return focus(document.querySelector<HTMLElement>('#command-line, #customer-search'));
    case '?':
      return openKeys();
    default:
      return false;
  }
}

function move(step: 1 | -1): boolean {
  const cards = [...document.querySelectorAll<HTMLElement>('#cards > [data-alert]')];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const next = at === -1 ? firstSeen(cards) : cards[Math.min(Math.max(at + step, 0), cards.length - 1)];
  return focus(next ?? null);
}

function firstSeen(cards: readonly HTMLElement[]): HTMLElement | undefined {
  return cards.find((card) => card.getBoundingClientRect().bottom > 80) ?? cards[0];
}

/** Presses what the focused card offers; with a thread open and no card focused, the thread's. */
function press(selector: string): boolean {
  const focused = document.activeElement?.closest('[data-alert], #thread');
  const scope =
    focused ?? document.querySelector('#thread[data-of]') ?? document.querySelector('#cards > [data-alert]');
  const control = scope?.querySelector<HTMLElement>(selector);
  control?.click();
  return control !== null && control !== undefined;
}

function focus(element: HTMLElement | null): boolean {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
  return element !== null;
}

function openKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#keys');
  dialog?.showModal();
  return dialog !== null;
}

/** Closes the innermost open thing: a menu, an answer, the thread; last it leaves the command line. */
function escape(): void {
  if (document.querySelector('dialog[open]')) return;
  const menu = document.querySelector<HTMLDetailsElement>('details.more[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    return;
  }
  const close =
    document.querySelector<HTMLElement>('[data-dismiss]') ?? document.getElementById('thread-close');
  const card = document.activeElement?.closest<HTMLElement>('[data-alert]');
  if (close) close.click();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  card?.focus({ preventScroll: true });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=radio]), textarea, select');
}
