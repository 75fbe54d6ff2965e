/**
 * Brings the open page to what the server sent anew, piece by piece: a `block` is replaced where it changed, a `list` keeps, adds,
 * moves and drops its children by id. What did not change is not touched, so typed text, open menus and the focus stay.
 */

const prints = new WeakMap<Element, string>();

/** Remembers every block as the server sent it; call before anything else changes the page. */
export function rememberBlocks(root: ParentNode): void {
  for (const block of root.querySelectorAll('[data-keep=block]')) prints.set(block, print(block));
}

/** Returns what newly arrived in lists, in the page's order. */
export function morph(fresh: Document): readonly Element[] {
  const arrived: Element[] = [];
  const focus = rememberFocus();
  for (const piece of fresh.querySelectorAll('[data-keep]')) {
    if (piece.parentElement?.closest('[data-keep]')) continue;
    const live = document.getElementById(piece.id);
    if (live) update(live, piece, arrived);
  }
  document.title = fresh.title;
  document.body.className = fresh.body.className;
  focus();
  return arrived;
}

/** Returns the element that now stands there. */
function update(live: Element, fresh: Element, arrived: Element[]): Element {
  const kind = kindOf(fresh);
  if (kindOf(live) !== kind) return replace(live, fresh);
  if (kind === 'list') updateList(live, fresh, arrived);
  if (kind === 'block' && isBeingWritten(live)) return live;
  if (kind !== 'block' || sameAnswer(live, fresh) || prints.get(live) === print(fresh)) return live;
  return replace(live, fresh);
}

/** An answer never changes; what was typed into it meanwhile must stay. */
function sameAnswer(live: Element, fresh: Element): boolean {
  const answer = fresh.getAttribute('data-answer');
  return answer !== null && live.getAttribute('data-answer') === answer;
}

/** Words that somebody is typing outlive what others do; what changed meanwhile is said when they are sent. */
function isBeingWritten(live: Element): boolean {
  return [...live.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('[data-draft]')].some(
    (draft) => draft.value !== draft.defaultValue || draft === document.activeElement,
  );
}

function updateList(live: Element, fresh: Element, arrived: Element[]): void {
  takeAttributes(live, fresh);
  const wanted = new Set([...fresh.children].map(({ id }) => id));
  for (const child of [...live.children]) if (!wanted.has(child.id)) child.remove();
  const known = new Map([...live.children].map((child) => [child.id, child]));
  let place = live.firstElementChild;
  for (const child of [...fresh.children]) {
    const old = known.get(child.id);
    const own = old ? update(old, child, arrived) : adopt(child);
    if (!old) arrived.push(own);
    if (old && old === place) place = own;
    if (own === place) place = own.nextElementSibling;
    else live.insertBefore(own, place);
  }
}

function replace(live: Element, fresh: Element): Element {
  const opened = [...live.querySelectorAll('details[open]')].map(({ id }) => id);
  const added = adopt(fresh);
  live.replaceWith(added);
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  return added;
}

function adopt(fresh: Element): Element {
  const own = document.importNode(fresh, true);
  if (kindOf(own) === 'block') prints.set(own, print(own));
  rememberBlocks(own);
  return own;
}

function takeAttributes(live: Element, fresh: Element): void {
  for (const name of live.getAttributeNames())
    if (!fresh.hasAttribute(name) && name !== 'data-arrived') live.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) live.setAttribute(name, fresh.getAttribute(name) ?? '');
}

function kindOf(element: Element): 'block' | 'list' | undefined {
  const kind = element.getAttribute('data-keep');
  return kind === 'block' || kind === 'list' ? kind : undefined;
}

/** How the server drew it; the words of a time grow older by themselves. */
function print(element: Element): string {
  return element.outerHTML.replaceAll(/(<time[^>]*>)[^<]*/g, '$1');
}

/** Puts the focus back where it was: on the same control, or on its card where the control is gone. */
function rememberFocus(): () => void {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return () => undefined;
  const ids = [focused.id, focused.closest('[data-alert]')?.id ?? ''];
  return () => {
    if (document.activeElement === focused && focused.isConnected) return;
    const next = ids.filter((id) => id !== '').map((id) => document.getElementById(id));
    next.find((element) => element !== null)?.focus({ preventScroll: true });
  };
}
