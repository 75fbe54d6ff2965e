import { known } from '../../../cards/known.js';
import { alertName } from '../../../domain/alert.js';
import { THEME_NAME_LIMIT } from '../../../domain/themes/theme-name.js';
import { NO_THEME } from '../../../domain/triage.js';
import type { ShownTheme } from '../../../use-cases/themes/read-themes.js';

const QUOTE_LIMIT = 180;
/** The bar is drawn in so many steps, each a class, because the content policy allows no inline style. */
const BAR_STEPS = 20;

/** Themes with how many alerts each has; `most` is the longest bar. */
export function ThemeList({ themes, most }: { themes: readonly ShownTheme[]; most: number }) {
  return (
    <ul class="themes">
      {themes.map((theme) => (
        <Theme theme={theme} most={most} />
      ))}
    </ul>
  );
}

function Theme({
  theme: { theme, words, alerts, before, latest },
  most,
}: {
  theme: ShownTheme;
  most: number;
}) {
  const quote = known(latest?.text, QUOTE_LIMIT);
  const id = `theme-${encodeURIComponent(theme)}`;
  return (
    <li class="theme" id={id}>
      <div class="theme-about">
        <h3 dir="auto">{theme}</h3>
        {words && (
          <p class="theme-words">
            {words.map((word) => (
              <span dir="auto">{word}</span>
            ))}
          </p>
        )}
        {quote !== undefined && latest && (
          <p class="theme-quote">
            <q dir="auto">{quote}</q> <a href={`/alerts/${latest.alert}`}>{alertName(latest.alert)}</a>
          </p>
        )}
      </div>
      <p class="theme-figure">
        <strong>{alerts}</strong>
        <span>{` ${alerts === 1 ? 'alert' : 'alerts'}, was ${before}`}</span>
        <span class={`theme-bar bar-${step(alerts, most)}`} aria-hidden="true"></span>
        <span class={`theme-bar was bar-${step(before, most)}`} aria-hidden="true"></span>
      </p>
      <Rename theme={theme} id={id} />
    </li>
  );
}

function step(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR_STEPS));
}

function Rename({ theme, id }: { theme: string; id: string }) {
  return (
    <details class="theme-rename" id={`${id}-rename`}>
      <summary class="button quiet" aria-label={`Rename or merge ${theme}`}>
        Rename
      </summary>
      <form method="post" action="/themes">
        <input type="hidden" name="from" value={theme} />
        <label for={`${id}-to`}>Call it</label>
        <input
          type="text"
          id={`${id}-to`}
          name="to"
          value={theme}
          data-draft
          list="theme-names"
          maxlength={THEME_NAME_LIMIT}
          autocomplete="off"
          required
          dir="auto"
          aria-describedby={`${id}-hint`}
        />
        <p class="hint" id={`${id}-hint`}>
          The name of another theme puts the two together, in the past as well. That cannot be taken apart
          again.
        </p>
        <p class="ask-actions">
          <button type="submit" class="button primary">
            Save
          </button>
        </p>
      </form>
      <form method="post" action="/themes" class="theme-none">
        <input type="hidden" name="from" value={theme} />
        <input type="hidden" name="to" value={NO_THEME} />
        <button type="submit" class="button quiet">
          This is no theme
        </button>
      </form>
    </details>
  );
}
