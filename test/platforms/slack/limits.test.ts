import { describe, expect, it } from 'vitest';
import { clock, line } from '../../../src/cards/text.js';
import { BLOCK_KIT, INBOUND, RATES, VIEW } from '../../../src/platforms/slack/limits.js';
import { actionsBlock, plain } from '../../../src/platforms/slack/render/buttons.js';
import { formMetadata } from '../../../src/platforms/slack/render/form-metadata.js';
import { fitting, inertMrkdwn } from '../../../src/platforms/slack/render/inert-text.js';
import { NO_MENTIONS } from '../../../src/platforms/slack/render/mentions.js';
import { mrkdwnLine } from '../../../src/platforms/slack/render/mrkdwn-line.js';
import { richLine } from '../../../src/platforms/slack/render/rich-text.js';
import { SLACK_TIMES } from '../../../src/platforms/slack/times.js';
import * as theirs from '../../counterparts/slack/block-kit/limits.js';
import { checkMessageBlocks } from '../../counterparts/slack/block-kit-limits.js';
import { at } from '../../cards/acme.js';

describe('Slack’s limits', () => {
  it('are the same as those that the counterpart was written with, from the same pages', () => {
    expect(BLOCK_KIT).toMatchObject({
      blocksPerMessage: theirs.BLOCKS_PER_MESSAGE,
      blocksPerView: theirs.BLOCKS_PER_VIEW,
      sectionTextChars: theirs.SECTION_TEXT_CHARS,
      sectionFieldChars: theirs.SECTION_FIELD_CHARS,
      radioOptions: theirs.RADIO_OPTIONS,
      sectionFields: theirs.SECTION_FIELDS,
      actionsElements: theirs.ACTIONS_ELEMENTS,
      inputLabelChars: theirs.INPUT_LABEL_CHARS,
      inputHintChars: theirs.INPUT_HINT_CHARS,
      buttonTextChars: theirs.BUTTON_TEXT_CHARS,
      buttonUrlChars: theirs.BUTTON_URL_CHARS,
      buttonLabelChars: theirs.BUTTON_LABEL_CHARS,
      inputValueChars: theirs.INPUT_VALUE_CHARS,
      overflowOptions: theirs.OVERFLOW_OPTIONS,
      selectOptions: theirs.SELECT_OPTIONS,
      optionTextChars: theirs.OPTION_TEXT_CHARS,
      optionValueChars: theirs.OPTION_VALUE_CHARS,
      idChars: theirs.ID_CHARS,
    });
    expect(VIEW.titleChars).toBe(theirs.VIEW_TITLE_CHARS);
    expect(VIEW.buttonChars).toBe(theirs.VIEW_BUTTON_CHARS);
  });

  it.each([BLOCK_KIT.buttonTextChars, BLOCK_KIT.buttonTextChars + 1])(
    'let a label of %i characters be at most as long as they say',
    (length) => {
      const { text } = plain('x'.repeat(length), BLOCK_KIT.buttonTextChars);
      expect(text).toHaveLength(BLOCK_KIT.buttonTextChars);
      expect(text.endsWith('…')).toBe(length > BLOCK_KIT.buttonTextChars);
    },
  );

  it('are kept by a row with a button and a menu entry too many', () => {
    const more = Array.from({ length: BLOCK_KIT.overflowOptions + 1 }, () => 'history' as const);
    const row = actionsBlock({ alert: 1, about: 'x'.repeat(75), buttons: ['claim'], more });
    expect(checkMessageBlocks({ blocks: [row] })).toBeUndefined();
    const menu = row?.elements[1];
    expect(menu && 'options' in menu ? menu.options : []).toHaveLength(BLOCK_KIT.overflowOptions);
  });

  it.each([0, 1, 99, 100, 101])('cut marked-up text of %i escaped characters whole', (length) => {
    const text = fitting('<'.repeat(length), 400, inertMrkdwn);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text.replace(/&lt;/gu, '')).toBe(length > 100 ? '…' : '');
  });

  it('never cut a control sequence of ours', () => {
    const words = line('x'.repeat(50), clock(at('10:40')), 'y');
    const whole = mrkdwnLine(words, { limit: 1_000, mentions: NO_MENTIONS });
    for (let limit = 40; limit <= whole.length; limit += 1) {
      const text = mrkdwnLine(words, { limit, mentions: NO_MENTIONS });
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text).toMatch(/^x+…?(?:<!date\^\d+\^[^>]+>)?y?$/u);
    }
  });

  it('never cut through a character', () => {
    for (const limit of [5, 6, 7]) {
      const section = richLine(line('🔥'.repeat(10)), { limit, mentions: NO_MENTIONS });
      expect(JSON.stringify(section)).not.toMatch(/\\ud8/u);
      expect(inertMrkdwn(fitting('🔥'.repeat(10), limit, inertMrkdwn)).isWellFormed()).toBe(true);
    }
  });

  it('leave time to answer before Slack stops waiting', () => {
    const { delivery, loadingMs } = SLACK_TIMES;
    expect(delivery.slowMs).toBeLessThan(INBOUND.acknowledgeMs);
    expect(delivery.eventMs).toBeLessThan(INBOUND.acknowledgeMs);
    expect(loadingMs).toBeLessThan(VIEW.triggerLifeMs / 2);
  });

  it('are far from what a form carries', () => {
    const longest = formMetadata({
      action: 'change_severity',
      alert: 999_999_999,
      channel: 'C'.repeat(32),
      thread: '1700000000.000100',
    });
    expect(longest.length).toBeLessThan(VIEW.privateMetadataChars / 10);
  });

  it('of edits are never passed in any minute', () => {
    const { capacity, perSecond } = RATES.tier3;
    expect(capacity + 60 * perSecond).toBeLessThanOrEqual(50);
  });
});
