import { z } from 'zod';
import type { ReadingPolicy, ThemeWording } from '../../domain/reading.js';
import { USUAL_ALERT_FROM } from '../../domain/reading-reason.js';
import { BUILT_IN_THEMES } from '../built-in-themes.js';
import { keyed } from '../shape/keyed.js';
import { phrases } from './condition-yaml.js';
import { listOf, theme, yesOrNo } from './forms.js';

const ALERT_FROM = 'a number from 0 to 1, or off';
const MOST_THEMES = 200;

const themeYaml = keyed(
  {
    name: theme.describe('The theme. With the name of a built-in theme it takes its place.'),
    says: phrases.describe('What texts about it say; a trailing * matches any ending.'),
    says_except: phrases.optional().describe('Inside these, a phrase of `says` does not count.'),
  },
  'a theme: a name, and says',
);

export const readingYaml = keyed(
  {
    alert_from: z
      .union(
        [
          z.number({ error: ALERT_FROM }).min(0, { error: ALERT_FROM }).max(1, { error: ALERT_FROM }),
          z.literal('off', { error: ALERT_FROM }),
        ],
        { error: ALERT_FROM },
      )
      .optional()
      .describe(
        `A mention, review or answer without a score needs a person from this likelihood of being negative on. Usually ${USUAL_ALERT_FROM}.`,
      ),
    themes: z
      .array(themeYaml, { error: 'a list of themes: each begins with - on a line of its own' })
      .max(MOST_THEMES, { error: `at most ${MOST_THEMES} themes` })
      .optional()
      .describe('What texts are about where no rule names a theme, looked at before the built-in themes.'),
    built_in_themes: yesOrNo.optional().describe('Whether the built-in themes hold after those in `themes`.'),
  },
  '{ alert_from: 0.5, themes: [ … ] }',
);

/** Higher than any likelihood, so that none reaches it. */
const NEVER = 2;

export function readReading(yaml: z.infer<typeof readingYaml> = {}): ReadingPolicy {
  const { alert_from: alertFrom = USUAL_ALERT_FROM, themes = [], built_in_themes: builtIn = true } = yaml;
  const written = themes.map(({ name, says, says_except: except }): ThemeWording => ({
    theme: name,
    says: listOf(says),
    ...(except !== undefined && { saysExcept: listOf(except) }),
  }));
  const names = new Set(written.map((each) => each.theme));
  return {
    alertFrom: alertFrom === 'off' ? NEVER : alertFrom,
    themes: [...written, ...(builtIn ? BUILT_IN_THEMES.filter((each) => !names.has(each.theme)) : [])],
  };
}
