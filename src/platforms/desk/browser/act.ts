/** Presses, forms and threads without a new page: the same requests as without script, their page shown in place. */
import { here, refreshPage, showPage } from './page.js';

const TOAST_MS = 8_000;

export function actInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !('inPlace' in form.dataset)) return;
    event.preventDefault();
    void send(form, event.submitter);
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest<HTMLAnchorElement>('a[data-in-place]');
    if (!link || event.button !== 0) return;
    event.preventDefault();
    void go(link.href, link);
  });
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement && 'submits' in event.target.dataset)
      event.target.form?.requestSubmit();
  });
  addEventListener('popstate', () => void refreshPage().catch(() => say(AWAY)));
}

const AWAY = 'Nothing changed: I could not reach the desk. Try again in a moment.';

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const button = submitter instanceof HTMLButtonElement ? submitter : undefined;
  if (button?.getAttribute('aria-busy') === 'true') return;
  button?.setAttribute('aria-busy', 'true');
  button?.closest('details')?.removeAttribute('open');
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === 'string') body.append(name, value);
  body.set('back', here());
  const address = button?.hasAttribute('formaction') ? button.formAction : form.action;
  try {
    const response = await fetch(address, { method: 'POST', body });
    await arrive(response);
    if (response.ok && 'command' in form.dataset) form.reset();
  } catch {
    say(AWAY);
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

async function go(address: string, link: HTMLElement): Promise<void> {
  const left = link.id === 'thread-close' ? document.getElementById('thread')?.dataset['of'] : undefined;
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    await arrive(response, 'dismiss' in link.dataset ? 'replace' : 'push');
    if (address.endsWith('#thread')) showThread();
    else if (left !== undefined) document.getElementById(`cx-${left}`)?.focus();
  } catch {
    location.assign(address);
  }
}

/** On a phone the thread takes the page; elsewhere the window does not scroll. */
function showThread(): void {
  document.getElementById('thread')?.scrollTo(0, 0);
  scrollTo(0, 0);
  document.getElementById('thread-close')?.focus({ preventScroll: true });
}

/** Shows the page that the request led to, and its address. A failure's sentence is shown beside what is there. */
async function arrive(response: Response, history_: 'push' | 'replace' = 'replace'): Promise<void> {
  const html = await response.text();
  if (response.status === 401) {
    location.reload();
    return;
  }
  if (!response.ok) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    say(page.getElementById('trouble')?.textContent ?? AWAY);
    return;
  }
  const url = new URL(response.url);
  const address = url.pathname + url.search;
  if (url.pathname !== location.pathname) {
    location.assign(response.url);
    return;
  }
  if (history_ === 'push' && address !== here()) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  showPage(html);
}

let hiding: ReturnType<typeof setTimeout> | undefined;

function say(sentence: string): void {
  const toast = document.getElementById('toast');
  if (!toast) return;
  toast.textContent = sentence;
  toast.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (toast.hidden = true), TOAST_MS);
}
