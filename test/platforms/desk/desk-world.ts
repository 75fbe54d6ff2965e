/** A desk's database in memory: real alerts, changed by the real conversation, read by the desk as from the storage. Long because all of it is in one place. */
import { createConversation } from '../../../src/conversation/create-conversation.js';
import type { AlertEvent } from '../../../src/domain/alert-event.js';
import type { AlertView, EventView, ReminderView } from '../../../src/domain/alert-view.js';
import type { Alert } from '../../../src/domain/alert.js';
import type { AlertFields } from '../../../src/domain/changes/change.js';
import type { CustomerProfile, TimelineEntry } from '../../../src/domain/customer.js';
import { SEVERITIES } from '../../../src/domain/severity.js';
import type { Staff } from '../../../src/domain/staff.js';
import type { DeskChanges, DeskStore } from '../../../src/platforms/desk/desk-deps.js';
import type { ChangeAlertStore } from '../../../src/use-cases/change-alert.js';
import { DatabaseAway } from '../../../src/use-cases/failures.js';
import type { AlertFilter } from '../../../src/use-cases/read-alerts.js';
import type { DeadMessage, HeardView, Notice } from '../../../src/use-cases/read-desk.js';
import type { PostMortemStore } from '../../../src/use-cases/post-mortem/post-mortem-store.js';
import type { ReportedVoiceStore } from '../../../src/use-cases/reports/report-voice.js';
import type { Transaction } from '../../../src/use-cases/transaction.js';
import { customersInMemory } from './customers-in-memory.js';
import { DESK_POLICY } from './desk-policy.js';
import { NOTHING_COUNTED } from './nothing-counted.js';
import { NO_POST_MORTEMS } from './no-post-mortems.js';

export interface DeskWorld {
  readonly transaction: Transaction<DeskStore & ChangeAlertStore>;
  readonly conversation: ReturnType<typeof createConversation>;
  readonly changes: DeskChanges;
  readonly staff: Staff[];
  readonly heard: HeardView[];
  readonly profiles: CustomerProfile[];
  /** Of whichever customer is asked for. */
  readonly timeline: TimelineEntry[];
  readonly reminders: ReminderView[];
  readonly dead: DeadMessage[];
  readonly notices: Notice[];
  /** `away`: every transaction fails before it starts; `uncertain`: its commit went unanswered. */
  database: 'there' | 'away' | 'uncertain';
  readonly clock: () => Date;
  at: Date;
  post(channel: string, view: AlertView): void;
  /** Puts the view in the place of the one with its number and records why. */
  change(view: AlertView, event: AlertEvent, more?: Partial<EventView>): void;
  view(alert: number): AlertView;
}

interface Posted {
  readonly channel: string;
  readonly postedAt: Date;
  view: AlertView;
  readonly events: EventView[];
}

export function createWorld(start: Date): DeskWorld {
  const posts: Posted[] = [];
  let events = 0;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const find = (alert: number) => posts.find(({ view }) => view.alert.number === alert);
  const person = (id: string | undefined) => world.staff.find((each) => each.id === id);

  const record = (posted: Posted, event: AlertEvent, more: Partial<EventView>) => {
    const id = `${posted.view.alert.number}-${posted.events.length}`;
    posted.events.push({ id, at: world.at, event, ...more });
  };

  const store: DeskStore & ChangeAlertStore & PostMortemStore & ReportedVoiceStore = {
    ...NO_POST_MORTEMS,
    readThemes: () => Promise.resolve({ found: [], called: new Map(), stamp: '' }),
    listThemes: () => Promise.resolve([]),
    viewAlert: (alert) => Promise.resolve(find(alert)?.view),
    otherUnclosed: () => Promise.resolve(undefined),
    changeAlert({ alert, revision, fields, event, eventId, actorId, at }) {
      const posted = find(alert);
      if (posted?.view.alert.revision !== revision) return Promise.resolve(false);
      posted.view = withPeople({ ...posted.view, alert: changed(posted.view.alert, fields) }, person);
      const actor = person(actorId);
      const to = event.kind === 'reassigned' ? person(event.to) : undefined;
      const from = event.kind === 'taken_over' ? person(event.from) : undefined;
      posted.events.push({
        id: eventId,
        at,
        event,
        ...(actor && { actor }),
        ...(to && { to }),
        ...(from && { from }),
      });
      tell();
      return Promise.resolve(true);
    },
    listAlerts(filter, limit) {
      const views = posts.map(({ view }) => view).filter((view) => isListed(view, filter));
      views.sort(
        (a, b) =>
          SEVERITIES.indexOf(a.alert.severity) - SEVERITIES.indexOf(b.alert.severity) ||
          a.alert.respondBy.getTime() - b.alert.respondBy.getTime(),
      );
      return Promise.resolve({ views: views.slice(0, limit), total: views.length });
    },
    history: (alert) => Promise.resolve(find(alert)?.events ?? []),
    deskChannels() {
      const names = [...new Set(posts.map(({ channel }) => channel))].sort();
      return Promise.resolve(
        names.map((name) => {
          const open = posts.filter((each) => each.channel === name && isUnclosed(each.view.alert));
          const gravest = SEVERITIES.find((severity) =>
            open.some(({ view }) => view.alert.severity === severity && view.alert.state === 'open'),
          );
          const unclaimed = open.filter(({ view }) => view.alert.state === 'open').length;
          return { name, open: open.length, unclaimed, ...(gravest && { gravest }) };
        }),
      );
    },
    deskStream(channel, page) {
      const before = page.before === undefined ? posts.length : Number(page.before);
      const found = posts
        .map((posted, index) => ({ posted, index }))
        .filter(({ posted, index }) => posted.channel === channel && index < before)
        .reverse()
        .slice(0, page.limit);
      return Promise.resolve(
        found.map(({ posted, index }) => {
          const lines = posted.events.filter(({ event }) => event.kind !== 'opened');
          const lastLine = lines.at(-1);
          return {
            position: String(index),
            messageId: `m-${index}`,
            postedAt: posted.postedAt,
            view: posted.view,
            lines: lines.length,
            ...(lastLine && { lastLine }),
          };
        }),
      );
    },
    remindersOf: () => Promise.resolve(world.reminders),
    deskThread: (alert) => Promise.resolve(find(alert)?.events ?? []),
    heard: ({ limit }) => Promise.resolve(world.heard.slice(0, limit)),
    ...customersInMemory({
      profiles: () => world.profiles,
      timeline: () => world.timeline,
      at: () => world.at,
      view: (alert) => find(alert)?.view,
    }),
    deadMessages: (limit) => Promise.resolve(world.dead.slice(0, limit)),
    waitingMessages: () => Promise.resolve([{ platform: 'slack', waiting: 2, unconfirmed: 1 }]),
    notices: () => Promise.resolve(world.notices),
    sourceActivity() {
      const sources = [...new Set(world.heard.map(({ signal }) => signal.source))];
      return Promise.resolve(
        sources.map((source) => {
          const own = world.heard.filter(({ signal }) => signal.source === source);
          return { source, signals: own.length, lastAt: own[0]!.signal.receivedAt };
        }),
      );
    },
    rememberUsers: () => Promise.resolve(),
    findUser: () => Promise.resolve(undefined),
    findStaff: (id) => Promise.resolve(person(id)),
    listStaff: () => Promise.resolve(world.staff),
    staffNames: () => Promise.resolve(world.staff.map(({ name }) => name)),
    userIdOf: () => Promise.resolve(undefined),
    keepReport: () => undefined,
    toldVoice: () => Promise.resolve(undefined),
    shareReport: () => Promise.resolve({ outcome: 'not_found' }),
    reportsTo: () => Promise.resolve([]),
    ...NOTHING_COUNTED,
  };

  const transaction: Transaction<
    DeskStore & ChangeAlertStore & PostMortemStore & ReportedVoiceStore
  > = async (work) => {
    if (world.database !== 'there')
      throw new DatabaseAway('the database is away', { uncertain: world.database === 'uncertain' });
    return work(store);
  };

  const world: DeskWorld = {
    transaction,
    conversation: createConversation({
      transaction,
      clock: () => world.at,
      newId: () => `event-${(events += 1)}`,
      accept: () => Promise.resolve([{ id: 'a-voice', outcome: 'accepted' }]),
      policy: DESK_POLICY,
      timeZone: 'UTC',
      changed: () => undefined,
      wanted: () => undefined,
      sources: [],
      channelsOf: () => ({}),
    }),
    changes: {
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      publish: tell,
    },
    staff: [],
    heard: [],
    profiles: [],
    timeline: [],
    reminders: [],
    dead: [],
    notices: [],
    database: 'there',
    at: start,
    clock: () => world.at,
    post(channel, view) {
      const posted = { channel, postedAt: world.at, view, events: [] };
      posts.push(posted);
      const { severity, reason } = view.alert;
      const opened = { kind: 'opened', signalId: view.lead.id, severity, reason } as const;
      record(posted, opened, { signal: view.lead });
      tell();
    },
    change(view, event, more = {}) {
      const posted = find(view.alert.number)!;
      posted.view = view;
      record(posted, event, more);
      tell();
    },
    view: (alert) => find(alert)!.view,
  };
  return world;
}

function changed(alert: Alert, fields: AlertFields): Alert {
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  const kept = Object.entries(alert).filter(([name]) => !(name in fields));
  return { ...(Object.fromEntries([...kept, ...given]) as unknown as Alert), revision: alert.revision + 1 };
}

function withPeople(view: AlertView, person: (id: string | undefined) => Staff | undefined): AlertView {
  const named = { owner: person(view.alert.ownerId), closedBy: person(view.alert.closedBy) };
  const entries = Object.entries({ ...view, ...named }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as AlertView;
}

function isUnclosed({ state }: Alert): boolean {
  return state === 'open' || state === 'claimed';
}

function isListed({ alert }: AlertView, filter: AlertFilter): boolean {
  if (!isUnclosed(alert)) return false;
  switch (filter.show) {
    case 'all':
      return true;
    case 'mine':
      return alert.ownerId === filter.staffId;
    case 'unclaimed':
      return alert.state === 'open';
    case 'team':
      return alert.team === filter.team;
  }
}
