import { describe, expect, it } from 'vitest';
import { wordsOfMarkup } from '../../../src/platforms/slack/receive/words-of-markup.js';
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
    [
      '<@U0BOT00001> customer <mailto:maria@acme.example|maria@acme.example>',
      '/cx-customer maria@acme.example',
    ],
    ['<@U0BOT00001> customer <http://acme.example|acme.example>', '/cx-customer acme.example'],
    ['<@U0BOT00001> customer <tel:+4930123456>', '/cx-customer +4930123456'],
  ])('%j is %j', (text, line) => {
    expect(commandLine(text)).toBe(line);
  });
});

describe('what a message says, beside which somebody chose an entry of the menu,', () => {
  it.each([
    ['ask <@U1|kim> in <#C1|support> <!here>', 'ask @kim in #support @here'],
    ['<mailto:maria@acme.example|maria@acme.example> called', 'maria@acme.example called'],
    ['<tel:+4930123456|+4930123456> or <https://acme.example>', '+4930123456 or https://acme.example'],
    ['<https://evil.example|your bank> &lt;3', 'your bank (https://evil.example) <3'],
  ])('%j is %j', (text, words) => {
    expect(wordsOfMarkup(text)).toBe(words);
  });
});
