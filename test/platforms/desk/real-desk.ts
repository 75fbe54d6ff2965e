/** The desk as it is wired, on the database of a world, and a browser that has opened it. */
import { randomBytes } from 'node:crypto';
import type { Conversation } from '../../../src/conversation/conversation.js';
import { createDesk } from '../../../src/platforms/desk/create-desk.js';
import type { Log } from '../../../src/use-cases/log.js';
import { renameTheme } from '../../../src/use-cases/themes/rename-theme.js';
import { createThemeKeeper } from '../../../src/use-cases/themes/theme-keeper.js';
import { quietLog } from '../../quiet-log.js';
import type { World } from '../../world.js';
import { type Browser, newBrowser, ORIGIN } from './browse.js';

export async function openRealDesk({
  world,
  conversation,
  staffId,
  log = quietLog,
}: {
  readonly world: World;
  readonly conversation: Conversation;
  /** Who acts on it. */
  readonly staffId: string;
  readonly log?: Log;
}): Promise<Browser> {
  const { transaction } = world.database;
  const { clock } = world;
  const keeper = createThemeKeeper({ transaction, configured: ['refunds', 'legal', 'price'] });
  const desk = createDesk({
    silence: {},
    read: transaction,
    conversation,
    people: { kind: 'operator', staffId },
    changes: { subscribe: () => () => undefined, publish: () => undefined },
    themes: {
      configured: keeper.configured,
      rename: (given) => renameTheme({ transaction, clock, keeper, changed: () => undefined }, given),
    },
    retryMessage: () => Promise.resolve(false),
    metrics: () => Promise.resolve(''),
    platforms: () => [],
    channelName: (platform, channel) => `${platform} channel ${channel}`,
    channels: ['support'],
    teams: [],
    sources: ['voice'],
    teamOf: () => undefined,
    announce: () => undefined,
    sessionKey: randomBytes(32),
    randomToken: () => randomBytes(32).toString('base64url'),
    clock,
    timeZone: 'UTC',
    log,
  });
  const browser = newBrowser(desk);
  await browser.get(new URL(desk.openingAddress(ORIGIN)).pathname);
  return browser;
}
