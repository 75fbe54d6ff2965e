import { describe, expect, it } from 'vitest';
import {
  type ClientBatch,
  createBatchCutter,
  ProtocolFault,
} from '../../../src/storage/embedded/client-batches.js';

describe('what a client sends is cut into batches', () => {
  it('a first packet starts the session', () => {
    expect(kinds(createBatchCutter()(startup()))).toEqual(['startup']);
  });

  it('a request for encryption or cancelling comes before the start', () => {
    const cut = createBatchCutter();
    expect(kinds(cut(opening(80_877_103)))).toEqual(['encryption-request']);
    expect(kinds(cut(opening(80_877_104)))).toEqual(['encryption-request']);
    expect(kinds(cut(opening(80_877_102)))).toEqual(['cancel-request']);
    expect(kinds(cut(startup()))).toEqual(['startup']);
  });

  it('extended messages stay together up to their Sync', () => {
    const cut = started();
    const query = Buffer.concat([
      message('P', 'parse'),
      message('B', 'bind'),
      message('E', 'execute'),
      message('S'),
    ]);
    expect(cut(query)).toEqual([{ kind: 'messages', bytes: query, settled: true }]);
  });

  it('a Flush asks for an answer without settling anything', () => {
    expect(started()(message('H'))).toEqual([{ kind: 'messages', bytes: message('H'), settled: false }]);
  });

  it('bytes that come one by one give the same batches as bytes that come at once', () => {
    const all = Buffer.concat([
      startup(),
      message('Q', 'select 1'),
      message('P', 'select $1'),
      message('S'),
      message('X'),
    ]);
    const atOnce = createBatchCutter()(all);
    const cut = createBatchCutter();
    const oneByOne = [...all].flatMap((byte) => cut(Buffer.from([byte])));
    expect(oneByOne).toEqual(atOnce);
    expect(kinds(atOnce)).toEqual(['startup', 'messages', 'messages', 'terminate']);
  });

  it('several queries in one write are several batches', () => {
    const cut = started();
    expect(kinds(cut(Buffer.concat([message('Q', 'a'), message('Q', 'b')])))).toEqual([
      'messages',
      'messages',
    ]);
  });

  it('lengths that no client sends are refused', () => {
    expect(() => createBatchCutter()(Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))).toThrow(ProtocolFault);
    expect(() => started()(Buffer.from([0x51, 0, 0, 0, 3]))).toThrow(ProtocolFault);
    expect(() => started()(Buffer.from([0x51, 0xff, 0xff, 0xff, 0xff]))).toThrow(ProtocolFault);
  });
});

function kinds(batches: readonly ClientBatch[]): readonly string[] {
  return batches.map(({ kind }) => kind);
}

function started() {
  const cut = createBatchCutter();
  cut(startup());
  return cut;
}

function startup(): Buffer {
  return opening(196_608, 'user\0someone\0\0');
}

function opening(code: number, rest = ''): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32BE(8 + rest.length, 0);
  bytes.writeInt32BE(code, 4);
  return Buffer.concat([bytes, Buffer.from(rest)]);
}

function message(type: string, body = ''): Buffer {
  const header = Buffer.alloc(5);
  header.write(type, 0);
  header.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([header, Buffer.from(body)]);
}
