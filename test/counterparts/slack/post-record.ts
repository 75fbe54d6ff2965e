/** One message that was stored by chat.postMessage. */
export interface Post {
  /** Milliseconds since 1970 when the call came in, with fractions where the clock is the machine's own. */
  readonly at: number;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** What the message's metadata names as its id; absent where it names none. */
  readonly id?: string;
}

export interface Duplicate {
  readonly id: string;
  readonly posts: readonly Post[];
}

/** What has been posted, in order, small enough to keep all of a benchmark. */
export interface PostRecord {
  readonly add: (post: Omit<Post, 'id'>, metadata: unknown) => void;
  readonly all: () => readonly Post[];
  /** Ids that were posted more than once. */
  readonly duplicates: () => readonly Duplicate[];
  readonly clear: () => void;
}

export function createPostRecord(options: { readonly idField: string }): PostRecord {
  let posts: Post[] = [];
  return {
    add: (post, metadata) => {
      const id = idIn(metadata, options.idField);
      posts.push(id === undefined ? post : { ...post, id });
    },
    all: () => posts,
    duplicates: () => {
      const byId = new Map<string, Post[]>();
      for (const post of posts) {
        if (post.id === undefined) continue;
        const same = byId.get(post.id);
        if (same) same.push(post);
        else byId.set(post.id, [post]);
      }
      return [...byId].filter(([, same]) => same.length > 1).map(([id, same]) => ({ id, posts: same }));
    },
    clear: () => {
      posts = [];
    },
  };
}

function idIn(metadata: unknown, field: string): string | undefined {
  const payload = (metadata as { readonly event_payload?: unknown } | undefined)?.event_payload;
  const id = (payload as Readonly<Record<string, unknown>> | undefined)?.[field];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
