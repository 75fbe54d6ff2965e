/** Keeps the notices about configured channels true: at the start, when Slack says that one changed, and until it is mended. */
import type { Log } from '../../../use-cases/log.js';
import type { Directory } from '../directory.js';
import { checkChannel, type CheckDeps, type Checked, type ConfiguredChannel } from './check-channel.js';

/** What people who run Earshot see until it is mended. */
export interface Notices {
  readonly set: (key: string, text: string) => Promise<void>;
  readonly clear: (key: string) => Promise<void>;
}

export interface ChannelWatch {
  /** Looks at every channel. */
  readonly checkAll: () => Promise<void>;
  /** Looks at those that Slack says something happened to; all where none of ours is known by that id. */
  readonly changed: (channelId: string) => Promise<void>;
  /** Posting was refused there. */
  readonly suspect: (channel: string) => void;
  readonly stop: () => void;
}

interface ChannelWatchDeps extends CheckDeps {
  readonly channels: readonly ConfiguredChannel[];
  readonly directory: Directory;
  readonly notices: Notices;
  readonly log: Log;
  /** How often one that needs mending is looked at again. */
  readonly againMs: number;
}

/** The same as posting uses for a channel that it cannot reach, so that one mending clears both. */
function channelNoticeKey(channel: string): string {
  return `channel:slack:${channel}`;
}

export function createChannelWatch(deps: ChannelWatchDeps): ChannelWatch {
  const { channels, directory, notices, log } = deps;
  const ailing = new Set<string>();
  /** Then calls are cut off, and what comes of them says nothing about a channel. */
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let timer: NodeJS.Timeout | undefined;

  const check = async (of: ConfiguredChannel): Promise<void> => {
    const checked: Checked = await checkChannel(deps, of);
    if (isStopped()) return;
    const key = channelNoticeKey(of.channel);
    switch (checked.kind) {
      case 'ok':
        ailing.delete(of.channel);
        return notices.clear(key);
      case 'mend':
        ailing.add(of.channel);
        directory.doubt(of.channel);
        log.warn({ platform: 'slack', channel: of.channel }, checked.line);
        return notices.set(key, checked.line);
      case 'later':
        ailing.add(of.channel);
        log.info(
          { platform: 'slack', channel: of.channel, why: checked.why },
          'A channel could not be checked',
        );
    }
  };

  const checkSome = async (some: readonly ConfiguredChannel[]): Promise<void> => {
    clearTimeout(timer);
    directory.doubt();
    for (const each of some) {
      if (isStopped()) return;
      try {
        await check(each);
      } catch (error) {
        if (isStopped()) return;
        ailing.add(each.channel);
        log.warn(
          { platform: 'slack', channel: each.channel, error },
          'What a channel needs could not be noted',
        );
      }
    }
    again();
  };

  const again = (): void => {
    clearTimeout(timer);
    if (ailing.size === 0 || isStopped()) return;
    timer = setTimeout(
      () => void checkSome(channels.filter(({ channel }) => ailing.has(channel))),
      deps.againMs,
    );
  };

  return {
    checkAll: () => checkSome(channels),
    changed: async (channelId) => {
      const ours = channels.filter(({ channel }) => directory.known(channel) === channelId);
      if (ours.length > 0) await checkSome(ours);
      else await checkSome(channels.filter(({ channel }) => ailing.has(channel)));
    },
    suspect: (channel) => {
      ailing.add(channel);
      again();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
