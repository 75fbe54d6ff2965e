/**
 * Completes the command line: a combobox with a list, as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ describes it, by keyboard,
 * mouse and finger. Nothing is chosen until the reader chooses it: Enter runs what was typed.
 */

interface Option {
  readonly line: string;
  readonly shown: string;
  readonly about: string;
}

/** So long nobody has typed: then how many there are is worth saying. */
const SAID_AFTER_MS = 600;

export function completeCommands(): void {
  const input = document.querySelector<HTMLInputElement>('#command-line');
  const list = document.getElementById('command-options');
  if (!input || !list) return;
  // The browser's own list would stand beside this one.
  input.removeAttribute('list');
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
  for (const [name, value] of Object.entries({ ...attributes, 'aria-controls': list.id }))
    input.setAttribute(name, value);
  const combobox = createCombobox(input, list);
  input.addEventListener('input', () => void combobox.offer());
  input.addEventListener('blur', combobox.close);
  input.form?.addEventListener('submit', combobox.close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (combobox.press(event.key, event)) event.preventDefault();
  });
  // A press must not take the focus from the line.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option) combobox.take([...list.children].indexOf(option));
  });
}

interface Combobox {
  readonly offer: () => Promise<void>;
  readonly close: () => void;
  /** Returns whether the key meant the list. */
  readonly press: (key: string, pressed: { readonly altKey: boolean; readonly shiftKey: boolean }) => boolean;
  readonly take: (index: number) => void;
}

function createCombobox(input: HTMLInputElement, list: HTMLElement): Combobox {
  let options: readonly Option[] = [];
  let active = -1;
  let asked = 0;
  let saying: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    asked += 1;
    show([]);
  };
  const show = (found: readonly Option[]): void => {
    options = found;
    list.replaceChildren(...found.map(optionElement));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    mark(-1);
    say(found.length);
  };
  const mark = (index: number): void => {
    active = index;
    for (const [at, element] of [...list.children].entries())
      element.setAttribute('aria-selected', String(at === index));
    const element = list.children[index];
    if (element) input.setAttribute('aria-activedescendant', element.id);
    else input.removeAttribute('aria-activedescendant');
    element?.scrollIntoView({ block: 'nearest' });
  };
  const say = (count: number): void => {
    clearTimeout(saying);
    const status = document.getElementById('options-said');
    if (!status) return;
    if (count === 0) status.textContent = '';
    else
      saying = setTimeout(() => {
        status.textContent = count === 1 ? '1 suggestion' : `${count} suggestions`;
      }, SAID_AFTER_MS);
  };
  const offer = async (): Promise<void> => {
    const mine = (asked += 1);
    const found = await fetchOptions(input.value);
    // Only the newest question is answered, and only somebody who still types.
    if (mine === asked && document.activeElement === input) show(found);
  };
  const take = (index: number): void => {
    const option = options[index];
    if (!option) return;
    input.value = option.line;
    input.focus();
    close();
    if (option.line.endsWith(' ')) void offer();
  };
  const press: Combobox['press'] = (key, { altKey, shiftKey }) => {
    const isOpen = options.length > 0;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (!isOpen) void offer();
        else if (!altKey) mark(key === 'ArrowDown' ? after(active, options) : before(active, options));
        return true;
      case 'Enter':
      case 'Tab':
        if (active === -1 || shiftKey) return false;
        take(active);
        return true;
      case 'Escape':
        close();
        return isOpen;
      default:
        return false;
    }
  };
  return { offer, close, press, take };
}

/** Behind the last and before the first stands the line itself. */
function after(active: number, options: readonly Option[]): number {
  return active === options.length - 1 ? -1 : active + 1;
}

function before(active: number, options: readonly Option[]): number {
  return active === -1 ? options.length - 1 : active - 1;
}

function optionElement({ shown, about }: Option, index: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `command-option-${index}`;
  option.setAttribute('role', 'option');
  option.append(part('code', shown), ...(about === '' ? [] : [' ', part('span', about)]));
  return option;
}

function part(name: 'code' | 'span', words: string): HTMLElement {
  const element = document.createElement(name);
  element.dir = 'auto';
  element.textContent = words;
  return element;
}

/** None where the desk does not answer: the line can be typed all the same. */
async function fetchOptions(line: string): Promise<readonly Option[]> {
  try {
    const response = await fetch(`/completions?line=${encodeURIComponent(line.toWellFormed())}`);
    if (!response.ok) return [];
    const { options } = (await response.json()) as { readonly options: readonly Option[] };
    return options;
  } catch {
    return [];
  }
}
