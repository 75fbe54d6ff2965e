import { readAddress } from '../address.js';
import type { Visit } from '../pages/visit.js';
import { type Desk, type DeskContext, wantedStaff } from './desk-app.js';

/** Who asks for which page, and the private answer that it shows. */
export function visitOf(context: DeskContext, { deps, answers, reports, pictures }: Desk): Visit {
  const url = new URL(context.req.url);
  const address = readAddress(url.pathname + url.search);
  const answer =
    address.answer === undefined ? undefined : answers.find(context.get('session'), address.answer);
  return { deps, address, answer, reports, pictures, wanted: wantedStaff(context) };
}
