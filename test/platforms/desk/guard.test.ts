import { beforeEach, describe, expect, it } from 'vitest';
import { type Opened, openDesk, ORIGIN } from './browse.js';
import { someAlert } from './some-alert.js';

/** Every refusal is shown beside the same request made right, which works. */
describe('what the desk refuses', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openDesk();
    opened.world.post('support', someAlert(12));
  });
  const claim = (headers: Record<string, string> = {}) =>
    opened.browser.post('/alerts/12/claim', { back: '/alerts', place: 'stream' }, headers);
  const state = () => opened.world.view(12).alert.state;

  it.each([
    'evil.example',
    'evil.example:3001',
    '127.0.0.1.evil.example:3001',
    '192.168.1.5:3001',
    '0.0.0.0:3001',
    '',
  ])('a page asked for under the name “%s”', async (host) => {
    const refused = await opened.browser.get('/alerts', { host });
    expect(refused.status).toBe(421);
    expect(refused.html).not.toContain('CX-12');
    expect((await opened.browser.get('/metrics', { host })).status).toBe(421);
  });

  it.each(['127.0.0.1:3001', 'localhost:3001', '[::1]:3001', 'localhost:8080'])(
    'but not one asked for as %s',
    async (host) => {
      expect((await opened.browser.get('/assets/card.css', { host })).status).toBe(200);
    },
  );

  it.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1:3001',
    'http://127.0.0.1:3002',
    'http://localhost:3001',
    '',
  ])('a form that comes from “%s”', async (origin) => {
    const refused = await claim({ origin });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('Nothing changed');
    expect(state()).toBe('open');
  });

  it('takes a form that comes from its own page', async () => {
    expect((await claim()).status).toBe(200);
    expect(state()).toBe('claimed');
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'a body sent as “%s”',
    async (type) => {
      expect((await claim({ 'content-type': type })).status).toBe(415);
      expect(state()).toBe('open');
    },
  );

  it('a form longer than 128 KiB', async () => {
    const long = (length: number) =>
      opened.browser.post('/command', { line: '/cx-help', more: 'x'.repeat(length) });
    expect((await long(131_072)).status).toBe(413);
    expect((await long(120_000)).status).toBe(200);
  });

  it('anybody without a session, whatever they ask for', async () => {
    opened.browser.cookies.clear();
    for (const path of [
      '/',
      '/alerts',
      '/mine',
      '/channels/support',
      '/heard',
      '/sources',
      '/delivery',
      '/live',
    ])
      expect((await opened.browser.get(path)).status, path).toBe(401);
    expect((await claim()).status).toBe(401);
    expect((await opened.browser.post('/command', { line: '/cx-claim CX-12' })).status).toBe(401);
    expect(state()).toBe('open');
  });

  it('leads back to its own pages only', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example/alerts',
      '/open/x',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
    ]) {
      const page = await opened.browser.post('/alerts/12/claim', { back, place: 'stream' });
      expect(page.address, back).toMatch(/^\/alerts(?:\?|#|$)/u);
    }
    const page = await opened.browser.post('/alerts/12/claim', {
      back: '/channels/support?open=12',
      place: 'stream',
    });
    expect(page.address).toMatch(/^\/channels\/support\?open=12&answer=/u);
  });

  it('gives the figures to the scraper without a cookie', async () => {
    opened.browser.cookies.clear();
    expect(await opened.browser.get('/metrics')).toMatchObject({
      status: 200,
      html: 'earshot_alerts_open 3\n',
    });
  });

  it('says on every answer that nothing foreign may run, frame or read it', async () => {
    const anybody = await openDesk();
    anybody.browser.cookies.clear();
    for (const page of [
      await opened.browser.get('/alerts'),
      await opened.browser.get('/nowhere'),
      await opened.browser.get('/assets/card.css'),
      await opened.browser.get('/alerts', { host: 'evil.example' }),
      await claim({ origin: 'http://evil.example' }),
      await anybody.browser.get('/alerts'),
      await opened.browser.get('/metrics'),
    ]) {
      const policy = page.header('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|data:|\*|https?:/u);
      expect(page.header('x-frame-options')).toBe('DENY');
      expect(page.header('x-content-type-options')).toBe('nosniff');
      expect(page.header('referrer-policy')).toBe('same-origin');
      expect(page.header('access-control-allow-origin')).toBeNull();
    }
    expect((await opened.browser.get('/alerts')).header('cache-control')).toBe('no-store');
  });

  it('serves no file but its own', async () => {
    for (const path of [
      '/assets/..%2fcreate-desk.ts',
      '/assets/create-desk.ts',
      '/browser/tsconfig.json',
      '/assets/',
    ])
      expect((await opened.browser.get(path)).status, path).toBe(404);
    const own = await opened.browser.get('/assets/card.css');
    expect(own.header('content-type')).toBe('text/css; charset=utf-8');
    const etag = own.header('etag') ?? '';
    expect((await opened.browser.get('/assets/card.css', { 'if-none-match': etag })).status).toBe(304);
    expect(ORIGIN).toContain('127.0.0.1');
  });
});
