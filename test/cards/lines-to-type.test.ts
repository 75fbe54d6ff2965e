/** A line to type is a value of its own: written as plain words it would be wrong wherever it is typed otherwise, as on Teams. */
import ts from 'typescript';
import { expect, it } from 'vitest';
import { filesIn, read } from '../architecture/house.js';

/** Where the commands themselves are listed. */
const LIST = 'src/cards/commands.ts';

function plainCommands(file: string): readonly string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isText && node.getText().includes('/cx-') && !isToType(node))
      found.push(`${file}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `command('/cx-mine')`; the names of commands beside it are data. */
function isToType(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression.getText() === 'command';
  return !/\s/u.test(node.getText().trim()) && !ts.isTemplateSpan(parent);
}

it('is said to be one wherever it stands in words', () => {
  const files = filesIn('src/cards').filter((file) => file !== LIST);
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(plainCommands)).toEqual([]);
});
