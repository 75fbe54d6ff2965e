import type { Written } from '../../../cards/narrative/narrative-lines.js';
import type { Moment } from '../screen.js';
import { LineView } from './render-line.js';

/** Generated words: set apart, and said to be generated beside them. */
export function WrittenView({ written: { lines, by }, moment }: { written: Written; moment: Moment }) {
  return (
    <div class="written">
      {lines.map((line) => (
        <p dir="auto">
          <LineView line={line} moment={moment} />
        </p>
      ))}
      <p class="written-by">
        <LineView line={by} moment={moment} />
      </p>
    </div>
  );
}
