/** The facts of a card: what a person acts on in two columns, the rest in one small line below, so that no wall of facts arises. */
import type { Card, Fact } from '../../../cards/card.js';
import { strong } from '../../../cards/text.js';
import type { Column, ColumnSet, Element } from './adaptive-card.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { lineBlock, textBlock } from './line-block.js';
import type { Called } from './mentions.js';

/** Two rows of two. */
const MOST_IN_GRID = 4;
const COLUMNS = 2;
const MOST_FACTS = 10;
const LABEL_CHARS = 60;
const VALUE_CHARS = 250;

interface Style {
  readonly called: Called;
  /** How much of each text is kept. */
  readonly share: number;
}

export function factGrid({ facts }: Card, style: Style): readonly Element[] {
  const shown = facts.slice(0, MOST_FACTS);
  const grid = shown.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_IN_GRID);
  return [
    ...rows(grid, style),
    ...restLine(
      shown.filter((fact) => !grid.includes(fact)),
      style,
    ),
  ];
}

/** By when and who comes first; the others as they are given, the weightiest first. */
function rank({ value }: Fact): number {
  if (value.some((part) => part.kind === 'time' && part.as === 'relative')) return 0;
  return value.some((part) => part.kind === 'person') ? 1 : 2;
}

function rows(facts: readonly Fact[], style: Style): readonly ColumnSet[] {
  const starts = facts.map((_, index) => index).filter((index) => index % COLUMNS === 0);
  return starts.map((start, row) => ({
    type: 'ColumnSet',
    spacing: row === 0 ? 'medium' : 'small',
    columns: [column(facts[start], style), column(facts[start + 1], style)],
  }));
}

function column(fact: Fact | undefined, { called, share }: Style): Column {
  if (!fact) return { type: 'Column', width: 'stretch', items: [] };
  const value = lineBlock(fact.value, { limit: VALUE_CHARS * share, called });
  return {
    type: 'Column',
    width: 'stretch',
    items: [
      textBlock(inertMarkdown(cutLine(fact.label, LABEL_CHARS)), { size: 'small', isSubtle: true }),
      ...(value ? [{ ...value, spacing: 'none' as const }] : []),
    ],
  };
}

function restLine(facts: readonly Fact[], { called, share }: Style): readonly Element[] {
  const line = facts.flatMap(({ label, value }, index) => [
    ...(index === 0 ? [] : [{ kind: 'text' as const, text: ' | ' }]),
    strong(cutLine(label, LABEL_CHARS)),
    { kind: 'text' as const, text: ' ' },
    ...value,
  ]);
  const block = lineBlock(line, {
    limit: VALUE_CHARS * MOST_FACTS * share,
    called,
    size: 'small',
    isSubtle: true,
  });
  return block ? [{ ...block, spacing: 'medium' }] : [];
}
