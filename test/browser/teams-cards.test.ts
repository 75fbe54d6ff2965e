import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import { alertsNote } from '../../src/cards/alerts-note.js';
import { ALL_FORMS } from '../../src/cards/all-forms.js';
import { line } from '../../src/cards/text.js';
import type { AdaptiveCard } from '../../src/platforms/teams/render/adaptive-card.js';
import { renderCard } from '../../src/platforms/teams/render/render-card.js';
import { renderForm } from '../../src/platforms/teams/render/render-form.js';
import { renderNote } from '../../src/platforms/teams/render/render-note.js';
import { THEMES, WEEK } from '../cards/charts.js';
import { ANA, at, heardAs, KIM, VIEW, viewIn } from '../cards/acme.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { DARK, hostConfig, hostPage, LIGHT, SHOW_CARD, type Theme } from './teams-host.js';

/** A meeting's side panel or a phone. */
const NARROW_PX = 320;
const NORMAL_PX = 460;
const MARGINS_PX = 32;

const NOW = at('10:10');
const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'.repeat(3);

interface Shot {
  readonly card: AdaptiveCard;
  readonly open?: string;
}

const SHOTS: Readonly<Record<string, Shot>> = {
  open: { card: renderCard(alertCard(VIEW)) },
  'open, not an issue': { card: renderCard(alertCard(VIEW)), open: 'Not an issue' },
  claimed: { card: renderCard(alertCard(viewIn('claimed'))) },
  'claimed, to resolve': { card: renderCard(alertCard(viewIn('claimed'))), open: 'Resolve' },
  'claimed, to reassign': { card: renderCard(alertCard(viewIn('claimed'))), open: 'Reassign' },
  'claimed by another': { card: renderCard(alertCard(viewIn('claimed')), { viewerId: ANA.id }) },
  resolved: { card: renderCard(alertCard(viewIn('resolved'))) },
  dismissed: { card: renderCard(alertCard(viewIn('dismissed'))) },
  'of long words': { card: renderCard(alertCard(heardAs({ text: LONG_WORD, speaker: LONG_WORD }))) },
  'a form to mend': {
    card: renderForm(ALL_FORMS.resolve.ask(viewIn('claimed'), 'UTC'), {
      faults: { rootCause: 'Say what caused it.' },
    }),
  },
  'a summary, where charts are not drawn': {
    card: renderNote({ lines: [line('Support')], chart: WEEK, share: 'report-1' }, { now: NOW }),
  },
  'a chart of names, where it is not drawn': { card: renderNote({ lines: [], chart: THEMES }, { now: NOW }) },
  'a list': {
    card: renderNote(
      alertsNote({ listed: { show: 'all' }, views: [VIEW, viewIn('claimed')], total: 12, actor: KIM }),
      { now: NOW },
    ),
  },
};

describeInChromium('a Teams card in a browser', () => {
  let browser: Browser;
  let renderer: string;

  beforeAll(async () => {
    browser = await launchChromium();
    renderer = await readFile('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
  });
  afterAll(() => browser.close());

  it.each(Object.keys(SHOTS))('fits a narrow pane and a normal one: %s', async (name) => {
    const panes = [
      { theme: LIGHT, width: NARROW_PX },
      { theme: DARK, width: NORMAL_PX },
    ];
    for (const pane of panes) {
      const page = await show(SHOTS[name]!, pane);
      expect(await overflowing(page), `${pane.width} px`).toEqual([]);
      await page.close();
    }
  });

  it('has one primary button, and one more only in a form that is open', async () => {
    const primary = async (shot: Shot) => {
      const page = await show(shot, { theme: LIGHT, width: NORMAL_PX });
      const names = await page.locator('button.style-positive:visible').allTextContents();
      await page.close();
      return names;
    };
    await expect.poll(() => primary(SHOTS['open']!)).toEqual(['Claim']);
    await expect.poll(() => primary(SHOTS['claimed']!)).toEqual(['Resolve']);
    await expect.poll(() => primary(SHOTS['claimed, to reassign']!)).toEqual(['Resolve', 'Reassign']);
  });

  it('tells times in the reader’s zone', async () => {
    const page = await show(SHOTS['open']!, { theme: LIGHT, width: NORMAL_PX });
    await expect.poll(() => page.locator('#card').innerText()).toContain('Fri, 20 Nov 2026, 11:40');
    await page.close();
  });

  async function show(
    { card, open }: Shot,
    { theme, width }: { theme: Theme; width: number },
  ): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: width + MARGINS_PX, height: 900 },
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    });
    await page.setContent(hostPage(theme));
    await page.addScriptTag({ content: renderer });
    const shown = JSON.stringify({ card, config: hostConfig(theme), open });
    await page.evaluate(`(${SHOW_CARD})(${shown})`);
    return page;
  }
});

/** What sticks out of the card to the right, by its words. */
async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const edge = document.querySelector('#card').getBoundingClientRect().right;
    const words = document.createRange();
    return [...document.querySelectorAll('#card *')].filter((each) => {
      words.selectNodeContents(each);
      return words.getBoundingClientRect().right > edge;
    }).map((each) => each.textContent);
  })()`);
}
