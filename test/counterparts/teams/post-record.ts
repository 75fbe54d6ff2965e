import { createHash } from 'node:crypto';
import type { JsonObject } from '../frame/json-object.js';

/** One message of the bot that was put up: by creating a thread, by sending or by replying. */
export interface Post {
  /** Milliseconds since 1970 when the call came in. */
  readonly at: number;
  readonly conversation: string;
  readonly id: string;
  /** In a channel: the id of the thread's first message. */
  readonly thread?: string;
  readonly text: string;
  /** What notifications say. */
  readonly summary?: string;
  /** The same for posts of the same content in the same thread (first messages: in the same channel). */
  readonly digest: string;
}

export interface Duplicate {
  readonly digest: string;
  readonly posts: readonly Post[];
}

/** What has been posted, in order, small enough to keep all of a benchmark. Teams keeps no id of ours, so equal content tells. */
export interface PostRecord {
  readonly add: (post: Omit<Post, 'text' | 'summary' | 'digest'>, activity: JsonObject) => void;
  readonly all: () => readonly Post[];
  readonly count: () => number;
  readonly duplicates: () => readonly Duplicate[];
  readonly clear: () => void;
}

export function createPostRecord(): PostRecord {
  let posts: Post[] = [];
  return {
    add: (post, activity) => {
      const { text, summary, attachments } = activity;
      const within = post.thread === undefined || post.thread === post.id ? '' : post.thread;
      const digest = createHash('sha1')
        .update(JSON.stringify([post.conversation, within, text, summary, attachments]))
        .digest('hex');
      posts.push({
        ...post,
        text: typeof text === 'string' ? text : '',
        ...(typeof summary === 'string' && { summary }),
        digest,
      });
    },
    all: () => posts,
    count: () => posts.length,
    duplicates: () => {
      const byDigest = new Map<string, Post[]>();
      for (const post of posts) {
        const same = byDigest.get(post.digest);
        if (same) same.push(post);
        else byDigest.set(post.digest, [post]);
      }
      return [...byDigest]
        .filter(([, same]) => same.length > 1)
        .map(([digest, same]) => ({ digest, posts: same }));
    },
    clear: () => {
      posts = [];
    },
  };
}
