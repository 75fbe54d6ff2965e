/** What of a page somebody who hears it would miss. */
import type { Page } from 'playwright-core';

const ROLES = 'button|textbox|searchbox|combobox|radio|radiogroup|checkbox|link|dialog|heading|img';
/** As Playwright writes the tree of names: `- button "Claim"`, and `- button` where there is no name. */
const NAMELESS = new RegExp(String.raw`^\s*- (?:${ROLES})(?: \[[^\]]*\])*:?$`, 'u');
const HEADING = /^\s*- '?heading .*\[level=(\d)\]/u;

/** One sentence for each fault; nothing where all is well. */
export async function faultsAloud(page: Page): Promise<readonly string[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  const levels = lines.flatMap((line) => HEADING.exec(line)?.[1] ?? []).map(Number);
  const firsts = levels.filter((level) => level === 1).length;
  const twins: readonly string[] = await page.evaluate(TWIN_IDS);
  return [
    ...lines.filter((line) => NAMELESS.test(line)).map((line) => `has no name: ${line.trim()}`),
    ...levels.flatMap((level, at) =>
      level > (levels[at - 1] ?? level) + 1 ? [`a heading of level ${level} follows ${levels[at - 1]}`] : [],
    ),
    ...(firsts === 1 ? [] : [`there are ${firsts} headings of level 1`]),
    ...twins.map((id) => `two elements are called #${id}`),
    ...((await page.getAttribute('html', 'lang')) ? [] : ['the language is not said']),
  ];
}

const TWIN_IDS = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
})()`;
