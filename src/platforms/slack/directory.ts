/** Channel names and ids: people configure #names, Slack wants ids wherever it is not posting. */
import { recordsAt, textAt } from '../wire/record.js';
import { answerInWords, type SlackCall } from './call/slack-call.js';
import { pages } from './call/pages.js';
import { RATES } from './limits.js';
import { isSlackId } from './shapes.js';

export interface Directory {
  /** The id of a channel as configured, where it is known already. */
  readonly known: (channel: string) => string | undefined;
  /** Asks Slack for its channels where it has to. */
  readonly find: (channel: string) => Promise<FoundChannel>;
  /** What the answer to a post tells for free. */
  readonly learn: (channel: string, id: string) => void;
  /** What is known may no longer hold: the next unknown name is asked for at once. */
  readonly doubt: (channel?: string) => void;
}

export type FoundChannel =
  | { readonly kind: 'found'; readonly id: string }
  /** Slack does not show us such a channel. */
  | { readonly kind: 'none' }
  /** Slack could not be asked. */
  | { readonly kind: 'later'; readonly why: string };

interface DirectoryDeps {
  readonly call: SlackCall;
  readonly sleep: (ms: number) => Promise<void>;
  readonly clock: () => Date;
}

/** A name that is not found is not asked for again before this. */
const LIST_AGAIN_MS = 60_000;
const PAGE = 1_000;
const CHANNEL_ID = /^[CGD][A-Z0-9]{6,30}$/u;

export function createDirectory({ call, sleep, clock }: DirectoryDeps): Directory {
  const ids = new Map<string, string>();
  let listedAt = Number.NEGATIVE_INFINITY;
  let listing: Promise<string | undefined> | undefined;

  /** Why Slack could not be asked. */
  const list = async (): Promise<string | undefined> => {
    const read = pages({
      call,
      method: 'conversations.list',
      args: { types: 'public_channel,private_channel', exclude_archived: false, limit: PAGE },
      pauseMs: RATES.tier2PageMs,
      sleep,
    });
    for await (const page of read) {
      if (page.kind !== 'ok') return answerInWords(page);
      for (const channel of recordsAt(page.body, 'channels')) {
        const id = channel['id'];
        if (isSlackId(id)) ids.set(textAt(channel, 'name'), id);
      }
    }
    listedAt = clock().getTime();
    return undefined;
  };

  const known = (channel: string): string | undefined =>
    CHANNEL_ID.test(channel) ? channel : ids.get(nameOf(channel));

  return {
    known,
    find: async (channel) => {
      const fresh = clock().getTime() - listedAt < LIST_AGAIN_MS;
      if (known(channel) === undefined && !fresh) {
        listing ??= list().finally(() => {
          listing = undefined;
        });
        const why = await listing;
        if (why !== undefined) return { kind: 'later', why };
      }
      const id = known(channel);
      return id === undefined ? { kind: 'none' } : { kind: 'found', id };
    },
    learn: (channel, id) => {
      if (!CHANNEL_ID.test(channel)) ids.set(nameOf(channel), id);
    },
    doubt: (channel) => {
      if (channel !== undefined) ids.delete(nameOf(channel));
      else listedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function nameOf(channel: string): string {
  return channel.replace(/^#/u, '');
}
