const SAID_MS = 2_000;

/** The button beside a command line puts it on the clipboard. */
export function offerCopies(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-copies]');
    const text = button && document.getElementById(button.dataset['copies'] ?? '')?.textContent;
    if (button && text) void copy(text, button);
  });
}

async function copy(text: string, button: HTMLElement): Promise<void> {
  const before = button.textContent;
  button.textContent = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not allowed',
  );
  setTimeout(() => (button.textContent = before), SAID_MS);
}
