import { describe, expect, it } from 'vitest';
import { readJsonItems, readJsonObject } from '../../src/inbound/read-json.js';
import { LIMITS } from '../../src/inbound/tidy-value.js';

const read = (text: string) => readJsonObject(Buffer.from(text));
const faultsOf = (text: string) => {
  const result = read(text);
  return 'faults' in result ? result.faults.map(({ path, message }) => `${path}: ${message}`) : [];
};
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const many = (keys: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i])));

describe('the bytes of a body', () => {
  it('may begin with a byte order mark', () => {
    expect(read('\ufeff{"a":1}')).toEqual({ root: '', value: { a: 1 } });
  });

  it.each([
    ['', 'the body is empty: send JSON'],
    ['{"a":', 'the body is not JSON'],
    ["{'a':1}", 'the body is not JSON'],
    ['{"a":NaN}', 'the body is not JSON'],
    ['{"a":1} {"b":2}', 'the body is not JSON'],
    ['{"a":"\u0000"}', 'the body is not JSON'],
  ])('%j is refused as a whole', (text, message) => {
    expect(faultsOf(text)[0]).toContain(message);
  });

  it('that are no UTF-8 are refused, even where a decoder would mend them', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
      const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]);
      expect(readJsonObject(body)).toEqual({ faults: [{ path: '', message: 'the body is not UTF-8' }] });
    }
  });

  it('do not repeat what the sender wrote in the fault', () => {
    expect(faultsOf('{"password": hunter2}').join()).not.toContain('hunter');
  });
});

describe('the shape of a value', () => {
  it.each(['null', '5', '"a"', 'true', '[]', '[{}]'])('%s is no object', (text) => {
    expect(faultsOf(text)).toEqual([': must be a JSON object']);
  });

  it(`nests ${LIMITS.depth} levels and no more`, () => {
    expect(faultsOf(nested(LIMITS.depth))).toEqual([]);
    expect(faultsOf(nested(LIMITS.depth + 1))).toEqual([
      `${Array(LIMITS.depth).fill('a').join('.')}: is nested deeper than 64 levels`,
    ]);
  });

  it.each([
    ['objects', '{"a":', '}'],
    ['lists', '[', ']'],
    ['both', '{"a":[', ']}'],
  ])(
    'of 200,000 levels of %s overflows nothing, nor does one that is let through to the parser',
    (_, open, close) => {
      expect(faultsOf(open.repeat(200_000))).toEqual([': the body is nested far too deep']);
      expect(faultsOf(`${open.repeat(2_400)}1${close.repeat(2_400)}`)).toHaveLength(1);
    },
  );

  it('brackets in texts do not nest', () => {
    expect(read(JSON.stringify({ a: '[{"\\'.repeat(3_000) }))).toHaveProperty('value');
  });

  it(`has ${LIMITS.keys} keys and items in all and no more`, () => {
    expect(faultsOf(many(LIMITS.keys))).toEqual([]);
    expect(faultsOf(many(LIMITS.keys + 1))).toEqual([': brings the keys and items to more than 2,000']);
    expect(faultsOf(`{"a":[${'0,'.repeat(LIMITS.keys)}0]}`)).toEqual([
      'a: brings the keys and items to more than 2,000',
    ]);
  });

  it('has no name that reaches a prototype, however it is spelt', () => {
    const text =
      '{"__proto__":{"admin":true},"a":[{"constructor":1}],"b":{"\\u0070rototype":2},"\\u005f_proto__\\u0000":3}';
    expect(faultsOf(text).map((fault) => fault.split(':')[0])).toEqual([
      '__proto__',
      'a[0].constructor',
      'b.prototype',
      '__proto__',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('holds numbers, not infinities, and says where', () => {
    expect(faultsOf('{"a":{"b":[1,1e400]},"c":-1e999}')).toEqual([
      'a.b[1]: is too large a number',
      'c: is too large a number',
    ]);
    expect(faultsOf('{"a":1e300,"b":39313930383633353634323835}')).toEqual([]);
  });

  it('with a thousand faults names twenty, and no name at full length', () => {
    expect(faultsOf(`{"a":[${'1e400,'.repeat(1_000)}1e400]}`)).toHaveLength(20);
    expect(
      faultsOf(JSON.stringify({ ['n'.repeat(5_000)]: 0 }).replace('0}', '1e400}')).join().length,
    ).toBeLessThan(200);
  });
});

describe('texts', () => {
  it('lose U+0000 and broken halves of characters, in names too', () => {
    expect(read('{"a\\u0000":"x\\u0000y","b":["\\ud800","\\udc00z"],"c":{"\\ud800":1}}')).toEqual({
      root: '',
      value: { a: 'xy', b: ['\ufffd', '\ufffdz'], c: { '\ufffd': 1 } },
    });
  });

  it('keep whole characters that were written as escapes', () => {
    expect(read('{"a":"\\ud83d\\ude00 \\u00e9"}')).toEqual({ root: '', value: { a: '😀 é' } });
  });

  it('may repeat a name: the last one counts, and a mended name gives way to one that was there', () => {
    expect(read('{"a":1,"a":2}')).toHaveProperty('value', { a: 2 });
    expect(read('{"a":1,"a\\u0000":2}')).toHaveProperty('value', { a: 1 });
  });
});

describe('a list', () => {
  it('is judged element by element', () => {
    const result = readJsonItems(
      Buffer.from(`[{"a":1},[],{"b":1e400},${nested(70)},${many(2_001)},${many(2_000)}]`),
      500,
    );
    if ('faults' in result) throw new Error('refused as a whole');
    expect(
      result.items.map((item) => ('faults' in item ? item.faults[0]?.path.slice(0, 8) : 'good')),
    ).toEqual(['good', '[1]', '[2].b', '[3].a.a.', '[4]', 'good']);
  });

  it('has one to as many elements as are allowed', () => {
    const list = (length: number) => readJsonItems(Buffer.from(JSON.stringify(Array(length).fill({}))), 3);
    expect(list(0)).toHaveProperty('faults');
    expect(list(3)).toHaveProperty('items.length', 3);
    expect(list(4)).toEqual({
      faults: [{ path: '', message: 'the body is a list of 4: send at most 3 at once' }],
    });
  });
});
