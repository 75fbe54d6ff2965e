import { HOME } from '../address.js';
import { OutsidePage } from './outside-page.js';

export function NotFoundPage() {
  return (
    <OutsidePage title="There is no such page">
      <p>
        The address may be mistyped, or what it showed is gone. <a href={HOME}>Go to all alerts</a>.
      </p>
    </OutsidePage>
  );
}

/** `sentence` tells what happened, what changed (nothing, mostly) and what to do. */
export function TroublePage({ title, sentence, back }: { title: string; sentence: string; back: string }) {
  return (
    <OutsidePage title={title}>
      <p role="alert" id="trouble">
        {sentence}
      </p>
      <p>
        <a class="button plain" href={back}>
          Try again
        </a>
      </p>
    </OutsidePage>
  );
}
