import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../src/platforms/slack/handlers/on-mention.js';

describe('what is said to the bot', () => {
  it.each([
    ['<@U0BOT00001> alerts mine', '/cx-alerts mine'],
    ['<@U0BOT00001|earshot>   claim CX-12 ', '/cx-claim CX-12'],
    ['alerts <@U0BOT00001>', '/cx-alerts'],
    ['<@U0BOT00001>', '/cx-help'],
    ['<@U0BOT00001> /cx-alerts team', '/cx-alerts team'],
    ['<@U0BOT00001> cx-claim 7', '/cx-claim 7'],
    ['<@U0BOT00001> a &lt;b&gt; &amp;amp; c', '/cx-a <b> &amp; c'],
    ['<@U0BOT00001> <!channel> help', '/cx-help'],
  ])('%j is %j', (text, line) => {
    expect(commandLine(text)).toBe(line);
  });
});
