import { postMortemReport } from '../../../cards/post-mortem/post-mortem-report.js';
import type { AlertFilter } from '../../../use-cases/read-alerts.js';
import type { DeskPost } from '../../../use-cases/read-desk.js';
import type { PageAddress } from '../address.js';
import type { DeskStore } from '../desk-deps.js';
import type { OpenThread } from '../render/render-thread.js';
import type { ReportMemory } from './report-memory.js';
import { insertEntry, type ReportEntry, type StreamEntry } from './stream-entry.js';

/** More would make the page heavy to fetch anew at every change. */
const STREAM_MAX = 50;

export interface ReadStream<Entry = StreamEntry> {
  readonly entries: readonly Entry[];
  readonly thread: OpenThread | undefined;
  readonly older?: string | undefined;
}

/** The newest posts of a channel, or those before the address's position. */
export async function readChannel(
  store: DeskStore,
  channel: string,
  {
    address,
    reports,
    now,
  }: { readonly address: PageAddress; readonly reports: ReportMemory; readonly now: Date },
): Promise<ReadStream<StreamEntry | ReportEntry>> {
  const { before } = address;
  const posts = await store.deskStream(channel, {
    limit: STREAM_MAX,
    ...(before !== undefined && { before }),
  });
  const entries: (StreamEntry | ReportEntry)[] = [];
  for (const post of posts) {
    const entry = await toEntry(store, post, { reports, now });
    if (entry) entries.push(entry);
  }
  return {
    entries,
    thread: await readThread(store, address),
    older: posts.length === STREAM_MAX ? posts.at(-1)?.position : undefined,
  };
}

/** What was sent to somebody alone, newest first. */
export async function readReportsTo(
  store: DeskStore,
  staffId: string,
  { since, reports, now }: { readonly since: Date; readonly reports: ReportMemory; readonly now: Date },
): Promise<readonly ReportEntry[]> {
  const entries: ReportEntry[] = [];
  for (const { report: id, postedAt } of await store.reportsTo(staffId, since)) {
    const report = await reports(store, id, now);
    if (report) entries.push({ id, at: postedAt, report });
  }
  return entries;
}

async function toEntry(
  store: DeskStore,
  post: DeskPost,
  { reports, now }: { readonly reports: ReportMemory; readonly now: Date },
): Promise<StreamEntry | ReportEntry | undefined> {
  if (post.report !== undefined) {
    const report = await reports(store, post.report, now);
    return report && { id: post.report, at: post.postedAt, report };
  }
  if (post.postMortem)
    return {
      id: `pm-${post.postMortem.postMortem.number}`,
      at: post.postedAt,
      report: postMortemReport(post.postMortem),
    };
  const { view, postedAt, lines, lastLine } = post;
  return { view, at: postedAt, lines, ...(lastLine && { lastLine }) };
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
