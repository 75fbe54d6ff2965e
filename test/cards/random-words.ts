/** Words put together from what is harmless alone. */
/** Pieces that are harmless alone and alive together. */
const PIECES = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '](',
    '<',
    '>',
    '</',
    'at>',
    '<at>',
    '</at>',
    'Kim',
  ],
  ...[
    '{',
    '{{',
    '}}',
    'DATE(',
    'TIME(',
    '2026-11-20T10:00:00Z',
    ')}}',
    '&',
    'lt;',
    '&#',
    '42;',
    ':',
    'fire:',
    '\\',
  ],
  ...[
    'http',
    '://',
    'https://evil.example',
    'www.',
    '#',
    '- ',
    '1. ',
    '> ',
    '+ ',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '    ',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u{1f525}',
    'word',
    'ü',
    '日本',
    '=',
    '---',
    '|',
    '!',
    '"',
  ],
];

/** The same strings for the same seed. */
export function randomWords(seed: number, count: number): readonly string[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(14) }, () => PIECES[next(PIECES.length)] ?? '').join(''),
  );
}
