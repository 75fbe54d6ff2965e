/** Speaks to a platform as posting does, on a ground of its own for every test. */
import { afterEach, beforeEach, expect } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import { eventLine } from '../../src/cards/event-line.js';
import type { AlertView, EventView } from '../../src/domain/alert-view.js';
import type { Call, Sent, Target } from '../../src/posting/platform.js';
import { BO, heardAs, recorded } from '../cards/acme.js';
import { until } from '../platforms/wire/until.js';
import type { Ground, PlatformContract } from './platform-ground.js';

export interface Speaker<G extends Ground> {
  readonly ground: () => G;
  readonly target: (more?: Partial<Target>) => Target;
  readonly send: (call: Call, view: AlertView, event?: EventView) => Promise<Sent>;
  readonly card: (view: AlertView, more?: Partial<Target>) => Promise<Sent>;
  readonly line: (event: EventView, view: AlertView, thread: string) => Promise<Sent>;
  /** Until the platform takes calls again. */
  readonly isReady: () => Promise<void>;
}

export const QUOTE = 'Third time I call about the same refund.';
export const AN_ALERT = heardAs({ text: QUOTE });
const READY_AGAIN_MS = 5_000;

export function takenOver(why: string): EventView {
  return recorded({ kind: 'taken_over', from: BO.id, why }, { from: BO });
}

export function createSpeaker<G extends Ground>({ start, secrets }: PlatformContract<G>): Speaker<G> {
  let ground: G;
  beforeEach(async () => {
    ground = await start();
  });
  afterEach(() => ground.close());

  const send: Speaker<G>['send'] = async (call, view, event) => {
    const sent = await ground.platform.send(call);
    ground.record?.({ call, sent, view, ...(event && { event }) });
    if ('why' in sent) for (const secret of secrets) expect(sent.why).not.toContain(secret);
    return sent;
  };
  const target: Speaker<G>['target'] = (more = {}) => ({
    messageId: '0190a1b2-0000-7000-8000-000000000001',
    channel: ground.channel,
    direct: false,
    ...more,
  });
  return {
    ground: () => ground,
    target,
    send,
    card: (view, more) => send({ ...target(more), content: { kind: 'card', card: alertCard(view) } }, view),
    line: async (event, view, thread) => {
      const words = eventLine(event, view);
      if (!words) throw new Error(`a thread says nothing of ${event.event.kind}`);
      return send({ ...target({ thread }), content: { kind: 'line', line: words } }, view, event);
    },
    isReady: () => until(() => ground.platform.ready(), READY_AGAIN_MS),
  };
}
