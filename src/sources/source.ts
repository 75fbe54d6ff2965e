/** What every sender's file provides: how its calls are verified, read and answered, and what they are limited to. */
import type { z } from 'zod';
import type { Element, Fault, Receipt } from '../domain/delivery.js';
import type { RawRequest } from '../inbound/raw-request.js';
import type { Verification } from '../inbound/verification.js';

/** How earshot.yaml names a secret: `env:NAME` or `file:/path`, never the secret itself. */
export const SECRET_REFERENCE = /^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:\S.*)$/u;

/** A kind of sender, one file each, listed in all-sources.ts. */
export interface SourceType<Settings = unknown> {
  /** As in earshot.yaml: `type: zendesk`. */
  readonly type: string;
  /** One sentence for the documentation. */
  readonly summary: string;
  /** The settings of this type in earshot.yaml beyond name, type, secrets, limits and retention. */
  readonly settings: z.ZodType<Settings>;
  /** Settings that are references to secrets as well: `create` gets the secrets in their place. */
  readonly secretSettings?: readonly string[];
  /** What is wrong with a secret, as it goes on from "the secret": "is shorter than 24 bytes". Absent: any will do. */
  readonly checkSecret?: (secret: string) => string | undefined;
  create(instance: SourceInstance<Settings>): Source;
}

/** One configured sender. */
export interface SourceInstance<Settings> {
  readonly name: string;
  /** The secrets valid now, newest first: two while one is being replaced. */
  readonly secrets: readonly string[];
  readonly settings: Settings;
}

export interface Source {
  /** Of the requests that bring voices. */
  readonly methods: readonly string[];
  /** Media types without parameters, lower case. */
  readonly contentTypes: readonly string[];
  /** Absent: the sender asks for nothing before it sends. */
  readonly handshake?: Handshake;
  /** Whether the request really comes from the sender, now. The caller answers one body for every refusal; `why` is for the log. */
  verify(request: RawRequest, now: Date): Verification;
  /** What a verified request says. Never throws for what a sender sent. */
  read(request: RawRequest, now: Date): Reading;
  /** The answer to the sender once everything is committed. */
  answer(read: ReadDelivery, receipts: readonly Receipt[]): Answer;
}

/** What a sender asks of an address before it sends there. */
export interface Handshake {
  readonly method: 'GET' | 'OPTIONS';
  /** What goes back with 200; undefined where it was not our sender who asked: that is refused, and the reason is not told. */
  answer(request: RawRequest): HandshakeAnswer | undefined;
}

export interface HandshakeAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Reading = ReadDelivery | { readonly faults: readonly Fault[] };

export interface ReadDelivery {
  readonly deliveryId: string;
  /** Whether the sender sent a list, and so gets a list back. */
  readonly list: boolean;
  readonly elements: readonly Element[];
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
