/** A desk on a world in memory, and a browser without script: it keeps cookies, follows redirects and sends what forms send. */
import type { DeskDeps } from '../../../src/platforms/desk/desk-deps.js';
import { createDesk, type RunningDesk } from '../../../src/platforms/desk/create-desk.js';
import { quietLog } from '../../quiet-log.js';
import { createWorld, type DeskWorld } from './desk-world.js';
import { ANA, KIM, NOW } from './some-alert.js';

export const HOST = '127.0.0.1:3001';
export const ORIGIN = `http://${HOST}`;

export interface Page {
  readonly status: number;
  readonly html: string;
  /** Path, query and anchor that the last redirect led to, or the path asked for. */
  readonly address: string;
  header(name: string): string | null;
}

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
  readonly cookies: Map<string, string>;
}

export interface Opened {
  readonly world: DeskWorld;
  readonly desk: RunningDesk;
  readonly browser: Browser;
  /** Addresses printed to the terminal. */
  readonly printed: string[];
}

export function makeDesk(
  world: DeskWorld,
  different: Partial<DeskDeps> = {},
): { desk: RunningDesk; printed: string[] } {
  const printed: string[] = [];
  let tokens = 0;
  const desk = createDesk({
    silence: {},
    read: world.transaction,
    conversation: world.conversation,
    people: { kind: 'operator', staffId: KIM.id },
    changes: world.changes,
    themes: { configured: ['refunds', 'legal'], rename: () => Promise.resolve({ outcome: 'empty' }) },
    retryMessage(id) {
      const at = world.dead.findIndex((each) => each.id === id);
      if (at !== -1) world.dead.splice(at, 1);
      return Promise.resolve(at !== -1);
    },
    metrics: () => Promise.resolve('earshot_alerts_open 3\n'),
    platforms: () => [],
    channelName: (platform, channel) => `${platform} channel ${channel}`,
    channels: ['support'],
    teams: ['support', 'billing'],
    sources: ['zendesk'],
    teamOf: (channel) => channel,
    howToSend: () => 'npm run voice -- "Still waiting" | curl --json @- http://127.0.0.1:3000/hooks/demo',
    announce: (address) => printed.push(address),
    sessionKey: new Uint8Array(32).fill(7),
    randomToken: () => `token-${String((tokens += 1)).padStart(20, '0')}`,
    clock: world.clock,
    timeZone: 'Europe/Berlin',
    log: quietLog,
    ...different,
  });
  return { desk, printed };
}

/** A world with Kim and Ana, its desk, and a browser that has opened it. */
export async function openDesk(different: Partial<DeskDeps> = {}): Promise<Opened> {
  const world = createWorld(NOW);
  world.staff.push(ANA, KIM);
  const { desk, printed } = makeDesk(world, different);
  const browser = newBrowser(desk);
  await browser.get(new URL(desk.openingAddress(ORIGIN)).pathname);
  return { world, desk, browser, printed };
}

export function newBrowser(desk: RunningDesk): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: Sent): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: HOST, ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const response = await desk.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }));
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/u.exec(set)!;
      cookies.set(name!, value!);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      const page = await send(location, { method: 'GET', headers: {} });
      return { ...page, address: page.address === location.split('#')[0] ? location : page.address };
    }
    return {
      status: response.status,
      html: await response.text(),
      address: path,
      header: (name) => response.headers.get(name),
    };
  };
  return {
    cookies,
    get: (path, headers = {}) => send(path.split('#')[0]!, { method: 'GET', headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** The words of a page as people read them. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|datalist|head)(?=[\s>])[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The part of a page from the element with this id to the next of its kind. */
export function partOf(html: string, id: string): string {
  const found = html.indexOf(` id="${id}"`);
  if (found === -1) throw new Error(`there is no #${id} on the page`);
  const from = html.lastIndexOf('<', found);
  const next = html.slice(from + 1).search(/<li id="cx-|<footer|<aside/u);
  return next === -1 ? html.slice(from) : html.slice(from, from + 1 + next);
}
