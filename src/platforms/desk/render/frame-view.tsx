import type { Child } from 'hono/jsx';
import { writeAddress } from '../address.js';
import type { Screen } from '../screen.js';
import { PRESS_FORM } from './buttons.js';
import { Document } from './document.js';
import { KeyHelp } from './key-help.js';
import { Rail } from './rail.js';

interface Framed {
  readonly screen: Screen;
  readonly title: string;
  /** How the page lays out its column: a stream of cards with the thread beside it, or one wide page. */
  readonly shape: 'stream' | 'page';
  /** The third column, where a thread is open. */
  readonly aside?: Child;
  readonly children: Child;
}

/** A page within the frame: the rail, the page's own column, the thread beside it. */
export function FrameView({ screen, title, shape, aside, children }: Framed) {
  const waiting = screen.frame.channels.reduce((sum, { unclaimed }) => sum + unclaimed, 0);
  const threaded = screen.address.open !== undefined && shape === 'stream';
  return (
    <Document title={`${waiting > 0 ? `(${waiting}) ` : ''}${title} · Earshot`}>
      <body class={`desk shape-${shape}${threaded ? ' threaded' : ''}`}>
        <a class="skip" href="#main">
          {shape === 'stream' ? 'Skip to the alerts' : 'Skip to the page'}
        </a>
        <Rail screen={screen} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        {shape === 'stream' && aside}
        <form method="post" id={PRESS_FORM} action="/command" data-keep="block" data-in-place="" hidden>
          <input type="hidden" name="back" value={writeAddress(screen.address)} />
        </form>
        <p class="unseen" id="arrivals" role="status" aria-live="polite"></p>
        <p class="toast" id="toast" role="alert" hidden></p>
        <p class="toast" id="connection" role="status" hidden>
          Not connected: what you see may be old. Trying again.
        </p>
        <KeyHelp />
      </body>
    </Document>
  );
}
