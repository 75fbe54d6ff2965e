/** What every route of the desk is handed. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { PrivateAnswers } from '../answers.js';
import type { Drawing } from '../charts/drawing.js';
import type { Pictures } from '../charts/pictures.js';
import type { DeskDeps } from '../desk-deps.js';
import type { Live } from '../live.js';
import type { ReportMemory } from '../pages/report-memory.js';
import type { Openings } from '../security/openings.js';
import { sessionCookie, type Sessions } from '../security/session.js';

/** `session` is known behind the session gate. */
export interface DeskEnv {
  readonly Variables: { readonly session: string };
}

export type DeskContext = Context<DeskEnv>;

export interface Desk {
  readonly deps: DeskDeps;
  readonly answers: PrivateAnswers;
  readonly reports: ReportMemory;
  readonly pictures: Pictures;
  readonly drawing: Drawing;
  readonly live: Live;
  readonly openings: Openings;
  readonly sessions: Sessions;
}

/** The host that the reader reached the desk by; the guard has seen to it that there is one. */
export function hostOf(context: DeskContext): string {
  return context.req.header('host') ?? '127.0.0.1';
}

/** Who the reader of the demo chose to act as. */
export function wantedStaff(context: DeskContext): string | undefined {
  return getCookie(context, actAsCookie(context));
}

export function actAsCookie(context: DeskContext): string {
  return `${sessionCookie(hostOf(context))}_as`;
}

/** Our ids in addresses; anything else is not found rather than asked of the database. */
export const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
