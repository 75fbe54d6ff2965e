/** One change or message of a batch, and what all of them say in the same way. */
import type { Author, CustomerFacts, Signal } from '../../domain/signal.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { factsOf, idText, linkText, momentIn, momentOf, nameText, objectIn } from '../loose-values.js';
import type { MetaSettings } from './settings.js';

export interface Happened {
  readonly platform: 'Facebook' | 'Instagram';
  /** The page or account that it happened to. */
  readonly owner: string | undefined;
  /** When Meta sent it, as it wrote it. */
  readonly sentAt: unknown;
  /** Where it stands in the body, for faults. */
  readonly root: string;
  readonly value: JsonObject;
  readonly settings: MetaSettings;
  readonly now: Date;
}

/** A signal that is being put together: property by property, because a batch has up to a thousand. */
type Draft<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] };

/** Who spoke, where and when. Mentions name the sender flat, comments in `from`, Instagram by a username. */
export function beginSignal(happened: Happened, kind: Signal['kind'], externalId: string): Draft<Signal> {
  const { platform, sentAt, value, now } = happened;
  const occurredAt = momentIn(value['edited_time'] ?? value['created_time'], now) ?? momentOf(sentAt, now);
  const signal: Draft<Signal> = { kind, occurredAt, tags: [], channel: platform, externalId };
  const { id, name, handle } = speaker(value);
  const customer = factsOf<CustomerFacts>({ id, name: name ?? handle });
  const author = factsOf<Author>({ name, handle });
  const url =
    linkText(objectIn(value, 'post')['permalink_url']) ??
    linkText(value['permalink_url']) ??
    linkText(value['permalink']) ??
    postAddress(value['post_id']);
  if (url !== undefined) signal.url = url;
  if (author) signal.author = author;
  if (customer) signal.customer = customer;
  return signal;
}

/** A post of a page is found by its id, which is the page's and its own. */
function postAddress(postId: unknown): string | undefined {
  return typeof postId === 'string' && /^\d{1,30}_\d{1,30}$/u.test(postId)
    ? `https://www.facebook.com/${postId}`
    : undefined;
}

function speaker(value: JsonObject): {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly handle: string | undefined;
} {
  const from = objectIn(value, 'from');
  return {
    id: idText(from['id']) ?? idText(value['sender_id']) ?? idText(value['reviewer_id']),
    name: nameText(from['name']) ?? nameText(value['sender_name']) ?? nameText(value['reviewer_name']),
    handle: nameText(from['username']),
  };
}

/** Whether the page or account wrote it itself: what staff answer is not the customer's voice. */
export function isOwn({ owner, value }: Happened): boolean {
  const from = objectIn(value, 'from');
  const by = speaker(value).id;
  return (by !== undefined && by === owner) || idText(from['self_ig_scoped_id']) !== undefined;
}

/** What happened to it: Meta writes `add`, `edit` or `edited`, `remove`, `hide`, `unhide` and more. */
export function isSaid({ value }: Happened): boolean {
  const verb = value['verb'];
  return verb === undefined || verb === 'add' || verb === 'edit' || verb === 'edited';
}

/** `comment, verb remove`, for a reason. */
export function named(what: string, { value }: Happened): string {
  const verb = nameText(value['verb']);
  return verb === undefined ? what : `${what}, ${verb}`;
}
