import { isObject } from '../../frame/json-object.js';
import { CHARTS } from './charts.js';
import { INPUTS } from './inputs.js';
import {
  action,
  anything,
  at,
  boolean,
  element,
  fault,
  list,
  number,
  object,
  oneOf,
  ownId,
  picture,
  shown,
  string,
  type Check,
  type Fields,
  type Walk,
} from './shape.js';
import { PRIMARY_ACTIONS } from './limits.js';

// https://adaptivecards.io/explorer; what Teams has besides: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
const spacing = oneOf('none', 'extraSmall', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding');
const COMMON: Fields = {
  id: ownId,
  isVisible: boolean,
  separator: boolean,
  spacing,
  height: oneOf('auto', 'stretch'),
  requires: anything,
  fallback: fallbackOf(element),
  targetWidth: string,
  lang: string,
  rtl: boolean,
};
const sideways = oneOf('left', 'center', 'right');
const upright = oneOf('top', 'center', 'bottom');
const style = oneOf('default', 'emphasis', 'good', 'attention', 'warning', 'accent');
const colour = oneOf('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention');
const look: Fields = {
  color: colour,
  fontType: oneOf('default', 'monospace'),
  isSubtle: boolean,
  size: oneOf('default', 'small', 'medium', 'large', 'extraLarge'),
  weight: oneOf('default', 'lighter', 'bolder'),
};
const box: Fields = {
  ...COMMON,
  selectAction: selectable,
  style,
  bleed: boolean,
  minHeight: string,
  verticalContentAlignment: upright,
  backgroundImage: anything,
  showBorder: boolean,
  roundedCorners: boolean,
};
const textRun = object({
  required: { text: shown },
  optional: {
    ...look,
    highlight: boolean,
    italic: boolean,
    strikethrough: boolean,
    underline: boolean,
    selectAction: selectable,
  },
});
const column = object({ optional: { ...box, items: list(element), width: anything } });
const tableCell = object({ required: { items: list(element) }, optional: box });
const tableRow = object({
  required: { cells: list(named('TableCell', tableCell)) },
  optional: {
    ...COMMON,
    style,
    horizontalCellContentAlignment: sideways,
    verticalCellContentAlignment: upright,
  },
});
export const actions = (value: unknown, walk: Walk): void => {
  list(action)(value, walk);
  const each = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const primary = each.filter((one) => !isObject(one) || one['mode'] !== 'secondary');
  if (primary.length > PRIMARY_ACTIONS) {
    fault(walk, `must have at most ${PRIMARY_ACTIONS} that are not secondary, has ${primary.length}`);
  }
};

const image = object({
  required: { url: picture },
  optional: {
    ...COMMON,
    altText: string,
    backgroundColor: string,
    height: anything,
    width: string,
    horizontalAlignment: sideways,
    selectAction: selectable,
    size: oneOf('auto', 'stretch', 'small', 'medium', 'large'),
    style: oneOf('default', 'person', 'roundedCorners'),
  },
});

const ELEMENTS: Readonly<Record<string, Check>> = {
  TextBlock: object({
    required: { text: shown },
    optional: {
      ...COMMON,
      ...look,
      horizontalAlignment: sideways,
      maxLines: number,
      wrap: boolean,
      style: oneOf('default', 'heading', 'columnHeader'),
    },
  }),
  RichTextBlock: object({
    required: { inlines: list(inline) },
    optional: { ...COMMON, horizontalAlignment: sideways },
  }),
  Image: image,
  ImageSet: object({
    required: { images: list(named('Image', image)) },
    optional: { ...COMMON, imageSize: oneOf('auto', 'stretch', 'small', 'medium', 'large') },
  }),
  Container: object({ required: { items: list(element) }, optional: box }),
  ColumnSet: object({
    required: { columns: list(named('Column', column)) },
    optional: { ...box, horizontalAlignment: sideways },
  }),
  FactSet: object({
    required: { facts: list(object({ required: { title: shown, value: shown } }), { min: 1 }) },
    optional: COMMON,
  }),
  Table: object({
    required: { columns: list(anything, { min: 1 }), rows: list(named('TableRow', tableRow)) },
    optional: {
      ...COMMON,
      firstRowAsHeader: boolean,
      firstRowAsHeaders: boolean,
      showGridLines: boolean,
      gridStyle: style,
      horizontalCellContentAlignment: sideways,
      verticalCellContentAlignment: upright,
    },
  }),
  ActionSet: object({
    required: { actions },
    optional: { ...COMMON, horizontalAlignment: sideways },
  }),
  ...INPUTS,
  ...CHARTS,
};

/** Teams draws these inside a card of 1.5, other hosts do not: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
const ONLY_IN_TEAMS = /^(Badge|CodeBlock|CompoundButton|Icon|ProgressBar|ProgressRing|Rating)$/u;

export const anyElement: Check = (value, walk) => {
  const type = isObject(value) ? value['type'] : undefined;
  if (!isObject(value) || typeof type !== 'string') {
    fault(walk, 'must be an element with a type');
    return;
  }
  const check = ELEMENTS[type];
  if (check) check(value, walk);
  else if (!ONLY_IN_TEAMS.test(type)) fault(walk, `knows no element ${type}`);
  else if (value['fallback'] === undefined) fault(walk, `must have a fallback, being ${type}`);
  else at(walk, 'fallback', fallbackOf(element), value['fallback']);
};

/** `drop`, or what is shown instead, which may have the same ids: only one of the two is there. */
export function fallbackOf(check: Check): Check {
  return (value, walk) => {
    if (value !== 'drop') check(value, { ...walk, ids: new Set() });
  };
}

function named(type: string, check: Check): Check {
  return (value, walk) => {
    const given = isObject(value) ? value['type'] : undefined;
    if (given !== undefined && given !== type) fault(walk, `must be ${type}`);
    check(value, walk);
  };
}

function inline(value: unknown, walk: Walk): void {
  if (typeof value === 'string') shown(value, walk);
  else named('TextRun', textRun)(value, walk);
}

function selectable(value: unknown, walk: Walk): void {
  if (isObject(value) && value['type'] === 'Action.ShowCard') fault(walk, 'must not be Action.ShowCard');
  else action(value, walk);
}
