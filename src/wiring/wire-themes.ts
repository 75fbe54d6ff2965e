/** What is done about themes by the clock, and what a model says of them as they are called now. */
import type { TimetableLine } from '../schedule/timetable.js';
import type { Database } from '../storage/database.js';
import type { AskModel } from '../use-cases/ask-model.js';
import type { ReadByModel } from '../use-cases/read-by-model.js';
import { followThemeNames } from '../use-cases/themes/follow-theme-names.js';
import { nameFoundThemes } from '../use-cases/themes/name-found-themes.js';
import { searchThemes, type SearchThemesDeps } from '../use-cases/themes/search-themes.js';
import type { ThemeKeeper } from '../use-cases/themes/theme-keeper.js';
import type { Clock, NewId } from '../use-cases/transaction.js';

export type WiredThemes = Pick<SearchThemesDeps, 'keeper' | 'find' | 'saysTheme'>;

interface ThemeLineDeps {
  readonly transaction: Database['transaction'];
  readonly clock: Clock;
  readonly newId: NewId;
  readonly themes: WiredThemes;
  /** Absent: what is found is called by its words. */
  readonly ask?: AskModel;
  readonly changed: () => void;
}

export function themeLines({ themes, ask, ...deps }: ThemeLineDeps): readonly TimetableLine[] {
  const { keeper } = themes;
  return [
    {
      name: 'follow the names of themes',
      at: '* * * * *',
      run: () => followThemeNames({ ...deps, keeper }),
    },
    {
      name: 'look for themes',
      at: '*/10 * * * *',
      atStart: true,
      async run() {
        const looked = await searchThemes({ ...deps, ...themes });
        if (looked && ask) await nameFoundThemes({ ...deps, keeper, ask });
      },
    },
  ];
}

/** What the model says a text is about, as it is called now. */
export function asNamed(read: ReadByModel, { name }: Pick<ThemeKeeper, 'name'>): ReadByModel {
  return async (text) => {
    const said = await read(text);
    if ('refused' in said) return said;
    const themes = said.reading.themes.map((theme) => name(theme).name);
    return { reading: { ...said.reading, themes } };
  };
}
