import { OutsidePage } from './outside-page.js';

/** The desk is shut for this browser: how to open it. */
export function ClosedPage({
  why,
}: {
  why: 'no session' | 'address used' | 'address printed' | 'printed just now';
}) {
  return (
    <OutsidePage
      title={why === 'address used' ? 'This address was used already' : 'The desk is not open here yet'}
    >
      <p>{SENTENCES[why]}</p>
      <form method="post" action="/open">
        <button type="submit" class="button primary">
          Print a new address
        </button>
      </form>
    </OutsidePage>
  );
}

const SENTENCES = {
  'no session':
    'Earshot prints an address that opens the desk when it starts: find it in the terminal where Earshot runs, and open it in this browser. It works once; a new one can be printed there at any time.',
  'address used':
    'Each address opens the desk once, in one browser. Print a new one in the terminal where Earshot runs, and open that.',
  'address printed': 'A new address was printed in the terminal where Earshot runs. Open it in this browser.',
  'printed just now':
    'A new address was printed in the terminal a moment ago. Open it in this browser, or wait some seconds for another one.',
} as const;
