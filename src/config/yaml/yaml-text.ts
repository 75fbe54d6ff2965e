/** Reads the text of earshot.yaml into a plain value that knows its lines. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Misfit } from '../shape/misfit.js';

/** Far more than any team writes by hand. */
const LONGEST_TEXT = 512 * 1024;
/** An alias is written once and used a few times; thousands are an attack on memory ("billion laughs"). */
const MOST_ALIASES = 100;
/** After a slip in one line the parser stumbles over all that follow. */
const MOST_ERRORS = 5;

interface YamlText {
  /** Plain data; an empty text is an empty map. */
  readonly value: unknown;
  /** The line, from 1, of the innermost part of `path` that the text has. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

export type LinedMisfit = Misfit & { readonly line?: number };

export function readYamlText(text: string): YamlText | { readonly misfits: readonly LinedMisfit[] } {
  if (text.length > LONGEST_TEXT) {
    return refuse({
      message: 'is longer than 512 KiB',
      mend: 'write less, or leave out what keeps its default',
    });
  }
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
    });
    const wrong = [...document.errors, ...document.warnings].slice(0, MOST_ERRORS);
    if (wrong.length > 0) {
      return {
        misfits: wrong.map(({ code, message, pos }) => ({
          path: [],
          line: lineAt(pos[0]),
          message: `is not YAML: ${withoutQuotes(message)}`,
          mend: MENDS[code] ?? (BARE_CHANNEL.test(text) ? QUOTE_CHANNELS : CHECK_LINE),
        })),
      };
    }
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
    return { value, lineOf: (path) => lineOf(document, path, lineAt) };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return refuse({
      message: 'holds too many aliases or levels',
      mend: 'write the values out where they are used',
    });
  }
}

const CHECK_LINE = 'check this line and the one before it: indentation, colons and quotes';
const QUOTE_CHANNELS = 'write names that begin with # in quotes, "#support": a bare # begins a comment';
/** `{ slack: #support }`: the rest of the line, with its brace, is a comment. */
const BARE_CHANNEL = /[:,[{] *#\w/u;

const MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  DUPLICATE_KEY: 'write each key once',
  MULTIPLE_DOCS: 'write one document, without a second ---',
};

function refuse(why: { readonly message: string; readonly mend: string }): {
  readonly misfits: readonly LinedMisfit[];
} {
  return { misfits: [{ path: [], ...why }] };
}

/** The parser quotes the text, which may be a secret pasted where only a reference belongs. */
function withoutQuotes(message: string): string {
  const [before = ''] = message.split(/["':`]/u);
  return before.trim().toLowerCase();
}

function lineOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  let offset: number | undefined;
  let node: unknown = document.contents;
  for (const part of path) {
    const inside = isAlias(node) ? node.resolve(document) : node;
    if (isMap(inside)) {
      const pair = inside.items.find(({ key }) => isScalar(key) && key.value === part);
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(inside) && typeof part === 'number') {
      const item = inside.items[part] as Node | undefined;
      if (!item) break;
      if (item.range) offset = item.range[0];
      node = item;
    } else break;
  }
  return offset === undefined ? undefined : lineAt(offset);
}
