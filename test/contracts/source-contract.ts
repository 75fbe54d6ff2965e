/** What every source must keep, run on its fixtures and on every sample of its sender that is at hand. */
import { describe, expect, it } from 'vitest';
import type { Element, Receipt } from '../../src/domain/delivery.js';
import { onUsualScale, type Metric } from '../../src/domain/score.js';
import type { RawRequest } from '../../src/inbound/raw-request.js';
import type { Answer, Reading, Source, SourceType } from '../../src/sources/source.js';
import { HOSTILE_JSON } from './hostile-json.js';
import { readSenderSamples } from './sender-samples.js';
import { bodyOf, expectedOf, readFixtures } from './source-fixtures.js';

interface SourceContract {
  readonly type: SourceType;
  /** Two secrets that are valid together, and one that never was. */
  readonly secrets: { readonly newer: string; readonly older: string; readonly strange: string };
  /** As earshot.yaml gives them; a fixture may add some. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The sender's headers, made by the sender's own rules. */
  readonly sign: (call: {
    readonly body: Buffer;
    readonly secret: string;
    readonly at: Date;
    readonly id: string;
  }) => Headers;
  /** The same call under another id of the sender. */
  readonly underAnotherId: (request: RawRequest) => RawRequest;
  /** The header that carries the signature. */
  readonly signatureHeader: string;
  /** Of its calls, where a fixture names none; JSON where absent. */
  readonly contentType?: string;
  /** False: no time is signed, and a call is as good a year later. */
  readonly signsTime?: false;
  /** What one call with one receipt is told; where absent as every other sender: 202 and the receipt. */
  readonly answer?: (receipt: Receipt) => Answer;
  /** The folder of the sender's samples. */
  readonly samples: string;
  /** Samples that the sender's API returns and no webhook brings. */
  readonly isApiObject: (sample: string) => boolean;
}

type Headers = Readonly<Record<string, string>>;

const NOW = new Date('2026-11-20T10:45:00Z');
const FIVE_MINUTES_MS = 5 * 60_000;

export function describeSource(contract: SourceContract): void {
  const { type, secrets, sign } = contract;
  const requestOf = (bytes: Buffer, headers: Headers) => requestWith(contract, bytes, headers);
  const fixtures = readFixtures(type.type);
  const source = createSource(contract, {});
  const [anyFixture] = fixtures;
  if (!anyFixture) throw new Error(`test/fixtures/${type.type} holds nothing`);
  const body = bodyOf(anyFixture);

  describe(`${type.type}: what its calls say`, () => {
    it.each(fixtures)('$says', (fixture) => {
      const read = createSource(contract, fixture.settings ?? {}).read(
        requestOf(bodyOf(fixture), fixture.headers ?? {}),
        NOW,
      );
      expect(asJson(withoutList(read))).toEqual(expectedOf(fixture));
    });

    it('the same call again has the same delivery id, and another call another', () => {
      const readable = fixtures
        .map((fixture) => requestOf(bodyOf(fixture), fixture.headers ?? {}))
        .filter((request) => deliveryId(source.read(request, NOW)) !== undefined);
      expect(readable.length).toBeGreaterThan(0);
      for (const request of readable) {
        const first = deliveryId(source.read(request, NOW));
        const later = new Date(NOW.getTime() + 60_000);
        expect(deliveryId(source.read({ ...request, body: Buffer.from(request.body) }, later))).toBe(first);
        expect(deliveryId(source.read(contract.underAnotherId(request), NOW))).not.toBe(first);
      }
    });

    it('answers one call with one result', () => {
      const receipt = { id: 'r-1', outcome: 'accepted' } as const;
      const read = { deliveryId: 'd', list: false, elements: [] };
      const answer = contract.answer ?? ((body) => ({ status: 202, body }));
      expect(source.answer(read, [receipt])).toEqual(answer(receipt));
    });

    it.each(HOSTILE_JSON)('reads %s as faults and never throws', (_, bytes) => {
      const read = source.read(
        requestOf(bytes, sign({ body: bytes, secret: secrets.newer, at: NOW, id: 'msg_3' })),
        NOW,
      );
      expect('faults' in read && read.faults.length).toBeGreaterThan(0);
    });
  });

  describe(`${type.type}: who sent it`, () => {
    const signed = (secret: string, at: Date) => requestOf(body, sign({ body, secret, at, id: 'msg_1' }));
    const verified = (request: RawRequest, to: Source = source) => to.verify(request, NOW).verified;
    const good = signed(secrets.newer, NOW);
    const headers = sign({ body, secret: secrets.newer, at: NOW, id: 'msg_1' });

    it('takes what either of its two secrets signed', () => {
      expect(verified(good)).toBe(true);
      expect(verified(signed(secrets.older, NOW))).toBe(true);
    });

    it('refuses another secret, and the older one once it is gone', () => {
      expect(verified(signed(secrets.strange, NOW))).toBe(false);
      const onlyNewer = type.create({
        name: 'only',
        secrets: [secrets.newer],
        settings: type.settings.parse(contract.settings),
      });
      expect(verified(good, onlyNewer)).toBe(true);
      expect(verified(signed(secrets.older, NOW), onlyNewer)).toBe(false);
    });

    it('refuses everything where it has no secret', () => {
      const none = type.create({
        name: 'none',
        secrets: [],
        settings: type.settings.parse(contract.settings),
      });
      expect(verified(good, none)).toBe(false);
    });

    it('refuses to start with a secret that can be guessed', () => {
      expect(() =>
        type.create({ name: 'x', secrets: [''], settings: type.settings.parse(contract.settings) }),
      ).toThrow(/secret/u);
    });

    it.each(Object.keys(headers))('refuses a call without %s', (header) => {
      const rest = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== header));
      expect(verified(requestOf(body, rest))).toBe(false);
    });

    it.each(Object.keys(headers))('refuses a call whose %s was changed or is nonsense', (header) => {
      for (const value of [`${headers[header] ?? ''}x`, '', ' ', 'é', '0', '-1', 'NaN', '9'.repeat(400)]) {
        expect(verified(requestOf(body, { ...headers, [header]: value }))).toBe(false);
      }
    });

    it('refuses a body that is not the signed one, and a signature cut short', () => {
      expect(verified({ ...good, body: Buffer.concat([body, Buffer.from(' ')]) })).toBe(false);
      const cut = (headers[contract.signatureHeader] ?? '').slice(0, -4);
      expect(verified(requestOf(body, { ...headers, [contract.signatureHeader]: cut }))).toBe(false);
    });

    it.runIf(contract.signsTime === false)(
      'takes a call again that is a year old: it is known by its id',
      () => {
        const again = new Date(NOW.getTime() + 365 * 24 * 3_600_000);
        expect(source.verify(good, again).verified).toBe(true);
        expect(deliveryId(source.read(good, again))).toBe(deliveryId(source.read(good, NOW)));
      },
    );

    it.skipIf(contract.signsTime === false)(
      'takes five minutes of difference either way and not a second more',
      () => {
        for (const sign of [1, -1]) {
          expect(verified(signed(secrets.newer, new Date(NOW.getTime() + sign * FIVE_MINUTES_MS)))).toBe(
            true,
          );
          expect(
            verified(signed(secrets.newer, new Date(NOW.getTime() + sign * (FIVE_MINUTES_MS + 1_000)))),
          ).toBe(false);
        }
      },
    );
  });

  describe(`${type.type}: the samples of its sender`, () => {
    it('reads every one as their collector described it', () => {
      const samples = readSenderSamples(contract.samples, contract.isApiObject);
      for (const { name, bytes, expected } of samples.webhooks) {
        const elements = elementsIn(
          source.read(requestOf(bytes, sign({ body: bytes, secret: secrets.newer, at: NOW, id: name })), NOW),
        );
        if (expected.should_alert !== null)
          expect([name, elements.some(alerts)]).toEqual([name, expected.should_alert]);
        for (const element of elements) {
          if (element.kind !== 'signal') continue;
          expect([name, element.signal.externalId ?? null]).toEqual([name, expected.external_id]);
          expect([name, element.signal.text ?? null]).toEqual([name, expected.text]);
        }
      }
      console.info(`${type.type}: ${samples.found}`);
    });
  });
}

/** As the collector wrote it: low is NPS up to 6, CSAT and stars up to 2 of 5, "bad". */
const LOW: Readonly<Record<Metric, number>> = { nps: 6, csat: 2, ces: 3, stars: 2, thumbs: 0 };

function alerts(element: Element): boolean {
  if (element.kind !== 'signal') return false;
  const { kind, score } = element.signal;
  return kind === 'escalation' || (score !== undefined && onUsualScale(score) <= LOW[score.metric]);
}

function createSource(
  { type, secrets, settings }: SourceContract,
  more: Readonly<Record<string, unknown>>,
): Source {
  return type.create({
    name: 'support',
    secrets: [secrets.newer, secrets.older],
    settings: type.settings.parse({ ...settings, ...more }),
  });
}

function requestWith(
  { contentType = 'application/json' }: Pick<SourceContract, 'contentType'>,
  body: Buffer,
  headers: Headers,
): RawRequest {
  return {
    method: 'POST',
    target: '/hooks/support',
    headers: { 'content-type': contentType, ...headers },
    body,
  };
}

function deliveryId(read: Reading): string | undefined {
  return 'faults' in read ? undefined : read.deliveryId;
}

function elementsIn(read: Reading): readonly Element[] {
  return 'faults' in read ? [{ kind: 'refused', faults: read.faults }] : read.elements;
}

function withoutList(read: Reading): unknown {
  if ('faults' in read) return { faults: read.faults };
  return { deliveryId: read.deliveryId, elements: read.elements };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
