import type { Child } from 'hono/jsx';
import type { Screen } from '../screen.js';
import { PRESS_FORM } from './buttons.js';

/** A page with nothing on it yet: what will appear here, and how to make it. */
export function Empty({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** How to make a customer speak: the demo's button, and the command line that sends a voice of one's own. */
export function HowToSend({ screen }: { screen: Screen }) {
  return (
    <>
      {screen.canSendSample && (
        <p>
          <button
            type="submit"
            class="button primary"
            form={PRESS_FORM}
            formaction="/sample"
            id="send-first-sample"
          >
            Send a sample voice
          </button>
        </p>
      )}
      {screen.howToSend !== undefined && (
        <>
          <p>Send one yourself from a terminal:</p>
          <div class="copy">
            <pre tabindex={0}>
              <code id="how-to-send">{screen.howToSend}</code>
            </pre>
            <button type="button" class="button plain with-script" data-copies="how-to-send">
              Copy
            </button>
          </div>
        </>
      )}
    </>
  );
}
