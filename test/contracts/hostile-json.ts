/** Bodies that no source may take for a call, by what they are. */
export const HOSTILE_JSON: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['null', Buffer.from('null')],
  ['a number', Buffer.from('5')],
  ['half an object', Buffer.from('{"kind":')],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['two hundred thousand brackets', Buffer.from('['.repeat(200_000))],
  ['objects nested 1,000 deep', Buffer.from(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`)],
  [
    'five thousand keys',
    Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i])))),
  ],
  [
    'a name that reaches the prototype',
    Buffer.from('{"__proto__":{"a":1},"type":"zen:event-type:ticket.csat_received"}'),
  ],
  ['lists where objects belong', Buffer.from('{"detail":[],"event":[],"customer":[],"type":[],"kind":[]}')],
];
