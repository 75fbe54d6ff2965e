/**
 * A model names a theme's figures by the place of the theme, and places change while a report is read: themes are merged and renamed, and
 * alerts are given theirs. With a sentence stands of which theme each figure was, so that no other is ever read there.
 */
import type { ToldPeriod } from '../told-report.js';
import type { Narrative, NarrativeSentence } from './narrative.js';
import { THEME_LETTERS, themeFigure } from './told-figures.js';
import { themesTold } from './themes-told.js';

const FIGURE = /\{([a-z0-9_]{1,40})\}/gu;
const OF_PLACE = /^theme_([a-z])(_before)?$/u;
const OF_STORY = 'story_';

/** As it is kept. */
export function boundToThemes(narrative: Narrative, told: ToldPeriod): Narrative {
  const sentences = narrative.sentences.map((sentence): NarrativeSentence => {
    const names = [...sentence.text.matchAll(FIGURE)].map(([, name = '']) => name);
    const themes = names.flatMap((name) => {
      const theme = themeOf(name, told);
      return theme === undefined ? [] : [[name, theme] as const];
    });
    return themes.length === 0 ? sentence : { ...sentence, themes: Object.fromEntries(themes) };
  });
  return { ...narrative, sentences };
}

/** By the places that its themes have in `told`; a sentence on a theme that has none any more is left out. */
export function placedIn(narrative: Narrative, told: ToldPeriod): Narrative {
  const sentences = narrative.sentences.flatMap((sentence) => {
    const { themes = {} } = sentence;
    const places = new Map(Object.entries(themes).map(([name, theme]) => [name, placeOf(name, theme, told)]));
    if ([...places.values()].includes(undefined)) return [];
    const text = sentence.text.replace(FIGURE, (figure, name: string) => places.get(name) ?? figure);
    return [{ ...sentence, text }];
  });
  return { ...narrative, sentences };
}

function themeOf(name: string, told: ToldPeriod): string | undefined {
  const letter = OF_PLACE.exec(name)?.[1];
  if (letter !== undefined) return themesTold(told)[THEME_LETTERS.indexOf(letter)];
  return name.startsWith(OF_STORY) ? storyOf(told) : undefined;
}

/** The figure of `theme` that says what `name` said of it. */
function placeOf(name: string, theme: string, told: ToldPeriod): string | undefined {
  if (name.startsWith(OF_STORY)) return storyOf(told) === theme ? `{${name}}` : undefined;
  const place = themesTold(told).indexOf(theme);
  if (place === -1 || place >= THEME_LETTERS.length) return undefined;
  return `{${themeFigure(place)}${OF_PLACE.exec(name)?.[2] ?? ''}}`;
}

function storyOf(told: ToldPeriod): string | undefined {
  return told.kind === 'digest' ? told.digest.story?.theme : undefined;
}
