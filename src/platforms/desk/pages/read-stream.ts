import type { AlertFilter } from '../../../use-cases/read-alerts.js';
import type { PageAddress } from '../address.js';
import type { DeskStore } from '../desk-deps.js';
import type { OpenThread } from '../render/render-thread.js';
import { insertEntry, type StreamEntry } from './stream-entry.js';

/** More would make the page heavy to fetch anew at every change. */
const STREAM_MAX = 50;

export interface ReadStream {
  readonly entries: readonly StreamEntry[];
  readonly thread: OpenThread | undefined;
  readonly older?: string | undefined;
}

/** The newest posts of a channel, or those before the address's position. */
export async function readChannel(
  store: DeskStore,
  channel: string,
  address: PageAddress,
): Promise<ReadStream> {
  const { before } = address;
  const posts = await store.deskStream(channel, {
    limit: STREAM_MAX,
    ...(before !== undefined && { before }),
  });
  return {
    entries: posts.map(({ view, postedAt, lines, lastLine }) => ({
      view,
      at: postedAt,
      lines,
      ...(lastLine && { lastLine }),
    })),
    thread: await readThread(store, address),
    older: posts.length === STREAM_MAX ? posts.at(-1)?.position : undefined,
  };
}

/** A list of unclosed alerts; the one just acted on stays in it until the reader moves on. */
export async function readList(
  store: DeskStore,
  filter: AlertFilter,
  address: PageAddress,
): Promise<ReadStream & { readonly total: number }> {
  const { views, total } = await store.listAlerts(filter, STREAM_MAX);
  const entries = views.map((view) => ({ view, at: view.alert.openedAt }));
  const kept = address.kept === undefined ? undefined : await store.viewAlert(address.kept);
  return {
    entries: kept ? insertEntry(entries, { view: kept, at: kept.alert.openedAt }) : entries,
    total,
    thread: await readThread(store, address),
  };
}

async function readThread(store: DeskStore, { open }: PageAddress): Promise<OpenThread | undefined> {
  if (open === undefined) return undefined;
  const view = await store.viewAlert(open);
  return view && { view, events: await store.deskThread(open) };
}
