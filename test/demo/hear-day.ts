/** Hears the sample voices as the product would: read by the real source and the real reader, decided by the real triage, joined by the real keys. */
import type { AlertView } from '../../src/domain/alert-view.js';
import { groupKey } from '../../src/domain/group-key.js';
import { identityKeys } from '../../src/domain/identity.js';
import type { Policy } from '../../src/domain/policy.js';
import { graver, type Severity } from '../../src/domain/severity.js';
import { type Signal, speakerName } from '../../src/domain/signal.js';
import { triage } from '../../src/domain/triage.js';
import { headline } from '../../src/cards/headline.js';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import { demoPolicy } from '../../src/demo/demo-config.js';
import { BUILT_IN_FLAGS } from '../../src/config/built-in-rules/built-in-flags.js';
import { bodyOf, type Voice } from '../../src/demo/voice.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createReader } from '../../src/reading/create-reader.js';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { createJudge } from '../../src/reading/judge.js';
import { standard } from '../../src/sources/standard.js';
import type { ReadDelivery } from '../../src/sources/source.js';

const NOW = new Date('2026-11-20T15:00:00Z');
const POLICY: Policy = demoPolicy(DEFAULT_POLICY);

const read = createReader({
  judge: createJudge(loadBuiltInModel()),
  detectLanguage,
  flags: BUILT_IN_FLAGS,
  themes: POLICY.reading?.themes ?? [],
});

const source = standard.create({
  name: 'voice',
  secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`],
  settings: {},
});

/** What became of one element of a call. */
export type Heard =
  | { readonly became: 'alert' | 'joined'; readonly signal: Signal; readonly alert: OpenAlert }
  | { readonly became: 'timeline'; readonly signal: Signal; readonly reason: string }
  | { readonly became: 'duplicate'; readonly of: 'call' | 'entry' }
  | { readonly became: 'refused'; readonly why: string };

export interface OpenAlert {
  readonly title: string;
  severity: Severity;
  readonly team: string;
  readonly theme: string;
  readonly reason: string;
  count: number;
}

/** A voice as the source of the product reads it. */
export function readVoice(voice: Voice): ReadDelivery {
  const occurredAt = new Date(NOW.getTime() - voice.minutesAgo * 60_000);
  const request = {
    method: 'POST',
    target: '/hooks/voice',
    headers: { 'webhook-id': voice.deliveryId, 'content-type': 'application/json' },
    body: Buffer.from(bodyOf(voice, occurredAt)),
  };
  const reading = source.read(request, NOW);
  if ('faults' in reading) throw new Error(`${voice.deliveryId}: ${JSON.stringify(reading.faults)}`);
  return reading;
}

export function hearDay(voices: readonly Voice[]): readonly Heard[] {
  const calls = new Set<string>();
  const entries = new Set<string>();
  const unclosed = new Map<string, OpenAlert>();
  return voices.flatMap((voice): Heard[] => {
    const { deliveryId, elements } = readVoice(voice);
    if (calls.has(deliveryId)) return [{ became: 'duplicate', of: 'call' }];
    calls.add(deliveryId);
    return elements.map((element): Heard => {
      if (element.kind === 'refused') return { became: 'refused', why: said(element.faults) };
      if (element.kind === 'ignored') return { became: 'refused', why: element.reason };
      const { signal } = element;
      const entry = JSON.stringify([signal.externalId, signal.kind, signal.score, signal.text]);
      if (entries.has(entry)) return { became: 'duplicate', of: 'entry' };
      entries.add(entry);
      return decide(signal, unclosed);
    });
  });
}

/** The alerts that were opened, as they stand at the end. */
export function opened(heard: readonly Heard[]): readonly OpenAlert[] {
  return heard.flatMap((each) => (each.became === 'alert' ? [each.alert] : []));
}

export function signalsOf(heard: readonly Heard[]): readonly Signal[] {
  return heard.flatMap((each) => ('signal' in each ? [each.signal] : []));
}

function decide(signal: Signal, unclosed: Map<string, OpenAlert>): Heard {
  const reading = signal.text === undefined ? undefined : read(signal.text, signal.language);
  const decision = triage('voice', signal, POLICY, reading);
  if (!decision.needsPerson) return { became: 'timeline', signal, reason: decision.reason };
  const [customerId] = identityKeys('voice', signal);
  const { severity, theme, team, reason } = decision;
  const matter = groupKey({ source: 'voice', signal, customerId, theme });
  const known = matter === undefined ? undefined : unclosed.get(matter);
  if (known) {
    known.severity = graver(known.severity, severity);
    known.count += 1;
    return { became: 'joined', signal, alert: known };
  }
  const alert = { title: headline(viewOf(signal, theme)), severity, theme, team, reason, count: 1 };
  if (matter !== undefined) unclosed.set(matter, alert);
  return { became: 'alert', signal, alert };
}

/** As much of a card's view as its headline needs. */
function viewOf(signal: Signal, theme: string): AlertView {
  const { kind, occurredAt, score, channel, account } = signal;
  const speaker = speakerName(signal);
  return {
    alert: {
      number: 1,
      revision: 1,
      state: 'open',
      severity: 'normal',
      theme,
      team: '',
      reason: '',
      rule: '',
      openedAt: NOW,
      respondBy: NOW,
      resolveBy: NOW,
      signalCount: 1,
      lastSignalAt: NOW,
    },
    lead: {
      id: 'signal',
      source: 'voice',
      kind,
      occurredAt,
      receivedAt: NOW,
      ...(score && { score }),
      ...(channel !== undefined && { channel }),
      ...(speaker !== undefined && { speaker }),
    },
    ...(account?.name !== undefined && { account: { id: 'account', name: account.name } }),
    similarBefore: 0,
  };
}

function said(faults: readonly { readonly path: string; readonly message: string }[]): string {
  return faults.map(({ path, message }) => `${path} ${message}`).join('; ');
}
