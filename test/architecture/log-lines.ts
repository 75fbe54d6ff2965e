/** What the program can write into its log as a warning or an error, as its source says it. */
import ts from 'typescript';
import { filesIn, read } from './house.js';

const LEVELS = ['warn', 'error'];

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly file: string;
}

export function logLines(): readonly LogLine[] {
  return filesIn('src')
    .filter((file) => /\.tsx?$/u.test(file) && !file.includes('/browser/'))
    .flatMap(linesIn);
}

function linesIn(file: string): readonly LogLine[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: LogLine[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const level = levelOf(node.expression);
      const message = level === undefined ? undefined : node.arguments.findLast(ts.isStringLiteralLike)?.text;
      if (level !== undefined && message !== undefined) found.push({ level, message, file });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `log.warn`, `deps.log.error`, and `warn` as the door has it, which says the same line seldom. */
function levelOf(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text === 'warn' ? 'warn' : undefined;
  if (!ts.isPropertyAccessExpression(callee) || !LEVELS.includes(callee.name.text)) return undefined;
  return /(?:^|\.)log$/u.test(callee.expression.getText()) ? callee.name.text : undefined;
}
