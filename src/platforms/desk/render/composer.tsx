import { COMMANDS } from '../../../cards/commands.js';
import { writeAddress } from '../address.js';
import type { Answer } from '../answers.js';
import type { Screen } from '../screen.js';
import { AnswerSlot } from './render-answer.js';

/**
 * The command line at the foot of a stream, and above it the private answer to what was typed. Without script the browser offers the
 * examples; with it browser/complete.ts offers what is known.
 */
export function Composer({
  screen,
  answer,
  channel,
}: {
  screen: Screen;
  answer: Answer | undefined;
  channel?: string;
}) {
  return (
    <footer class="composer">
      <AnswerSlot id="command-answer" answer={answer} place="command" screen={screen} />
      <form class="command" method="post" action="/command" data-in-place="" data-command="">
        <input type="hidden" name="back" value={writeAddress({ ...screen.address, answer: undefined })} />
        {channel !== undefined && <input type="hidden" name="channel" value={channel} />}
        <label class="unseen" for="command-line">
          Command
        </label>
        <input
          type="text"
          id="command-line"
          name="line"
          placeholder="/cx-alerts mine"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxlength={200}
          list="commands"
          required
        />
        <ul class="options" id="command-options" role="listbox" aria-label="Suggestions" hidden></ul>
        <p class="unseen" id="options-said" role="status"></p>
        <button type="submit" class="button plain">
          Run
        </button>
      </form>
      <datalist id="commands">
        {COMMANDS.map(({ example, description }) => (
          <option value={example}>{description}</option>
        ))}
      </datalist>
    </footer>
  );
}
