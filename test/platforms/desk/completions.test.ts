import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cards/commands.js';
import type { Completion } from '../../../src/platforms/desk/completion/completions.js';
import { newBrowser, openDesk } from './browse.js';
import { KIM, someAlert } from './some-alert.js';

const EVIL = '<img src=x onerror=alert(1)>';

async function typing() {
  const { world, desk, browser } = await openDesk();
  world.post('support', someAlert(12));
  world.post('support', someAlert(13, { alert: { severity: 'critical' }, lead: { speaker: EVIL } }));
  world.post('support', someAlert(120, { alert: { state: 'claimed', ownerId: KIM.id } }));
  world.post('support', someAlert(14, { alert: { state: 'resolved' } }));
  const ask = async (line: string): Promise<readonly Completion[]> => {
    const { status, html } = await browser.get(`/completions?line=${encodeURIComponent(line)}`);
    expect(status).toBe(200);
    return (JSON.parse(html) as { options: readonly Completion[] }).options;
  };
  const lines = async (line: string) => (await ask(line)).map((each) => each.line);
  return { desk, ask, lines };
}

describe('completing the command line of the desk', () => {
  it('offers every command where only its beginning stands, however it is written', async () => {
    const { ask, lines } = await typing();
    expect(await ask('/')).toEqual(
      COMMANDS.slice(0, 8).map(({ name, usage }) => ({
        line: usage === '' ? name : `${name} `,
        shown: `${name} ${usage}`.trim(),
        about: expect.any(String) as string,
      })),
    );
    expect(await lines('')).toHaveLength(COMMANDS.length);
    for (const begun of ['/cx-su', 'cx-SU', 'su', ' /su'])
      expect(await lines(begun)).toEqual(['/cx-summary ']);
    expect(await lines('/cx-help')).toEqual([]);
    expect(await lines('hello there')).toEqual([]);
    expect(await lines('/rm -rf')).toEqual([]);
  });

  it('offers the words a command knows, and each once', async () => {
    const { lines } = await typing();
    expect(await lines('/cx-alerts ')).toEqual([
      '/cx-alerts mine',
      '/cx-alerts unclaimed',
      '/cx-alerts team ',
    ]);
    expect(await lines('/cx-alerts U')).toEqual(['/cx-alerts unclaimed']);
    expect(await lines('/cx-alerts mine')).toEqual([]);
    expect(await lines('/cx-alerts team ')).toEqual(['/cx-alerts team support', '/cx-alerts team billing']);
    expect(await lines('/cx-summary ')).toEqual([
      '/cx-summary today ',
      '/cx-summary 7d ',
      '/cx-summary 30d ',
      '/cx-summary support ',
      '/cx-summary billing ',
      '/cx-summary zendesk ',
    ]);
    expect(await lines('/cx-summary 7d b')).toEqual(['/cx-summary 7d billing ']);
    expect(await lines('/cx-summary 7d billing ')).toEqual(['/cx-summary 7d billing zendesk']);
  });

  it('offers alerts by number and by words, the gravest first; to be claimed those that nobody has', async () => {
    const { ask, lines } = await typing();
    expect(await lines('/cx-claim ')).toEqual(['/cx-claim CX-13', '/cx-claim CX-12']);
    expect(await lines('/cx-claim 12')).toEqual(['/cx-claim CX-12']);
    expect(await lines('/cx-claim cx-1')).toEqual(['/cx-claim CX-13', '/cx-claim CX-12']);
    expect(await lines('/cx-claim mar')).toEqual(['/cx-claim CX-12']);
    expect(await lines('/cx-postmortem 14')).toEqual(['/cx-postmortem CX-14 ']);
    expect(await lines('/cx-claim CX-12 ')).toEqual([]);
    expect((await ask('/cx-claim 12'))[0]).toEqual({
      line: '/cx-claim CX-12',
      shown: 'CX-12',
      about: 'High · Maria Lopez at Acme gave 2 of 5 after a call about refunds',
    });
  });

  it('is for who has opened the desk, whatever is asked', async () => {
    const { desk, ask } = await typing();
    expect((await newBrowser(desk).get('/completions?line=/')).status).toBe(401);
    for (const odd of [
      '\0',
      '\ud800',
      '/cx-claim \u202e',
      "/cx-customer '; drop --",
      '/'.repeat(9_000),
      '/cx-claim 9'.repeat(99),
    ])
      expect(await ask(odd.toWellFormed())).toEqual([]);
  });
});
