const KEYS = [
  ['j', 'Next alert'],
  ['k', 'The one before'],
  ['o', 'Open its thread'],
  ['c', 'Claim'],
  ['r', 'Resolve'],
  ['/', 'Type a command, or whom to look for'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
] as const;

/** Opened by the page's script: without it there are no keys to explain. Who speaks to the computer can turn them off (WCAG 2.1.4). */
export function KeyHelp() {
  return (
    <dialog class="keys" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <KeyList />
      <p class="key-choice">
        <label>
          <input type="checkbox" id="keys-on" checked />
          Letters act as keys
        </label>
      </p>
      <form method="dialog">
        <button class="button plain">Close</button>
      </form>
    </dialog>
  );
}

export function KeyList() {
  return (
    <dl class="key-list">
      {KEYS.map(([key, meaning]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
