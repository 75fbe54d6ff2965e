/** What axe-core finds against a page: https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Evaluated rather than added as a script, which the pages' content policy would forbid. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = (
  rules: object,
) => `axe.run(document, ${JSON.stringify(rules)}).then(({ violations, passes }) => ({
  passed: passes.length,
  faults: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160))),
}))`;

interface Found {
  readonly passed: number;
  readonly faults: readonly string[];
}

/** One line for each element at fault; nothing where all is well. In dark the colours alone are looked at once more. */
export async function faultsByAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await page.evaluate<Found>(RUN({ runOnly: RULES }));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate<Found>(RUN({ runOnly: ['color-contrast'] }));
  await page.emulateMedia({ colorScheme: 'light' });
  if (light.passed === 0 || dark.passed === 0) return ['axe found nothing to look at'];
  return [...light.faults, ...dark.faults.map((fault) => `in the dark, ${fault}`)];
}
