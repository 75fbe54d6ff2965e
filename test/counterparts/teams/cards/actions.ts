import { isObject } from '../../frame/json-object.js';
import { fallbackOf } from './elements.js';
import {
  action,
  anything,
  boolean,
  fault,
  httpsAddress,
  innerCard,
  list,
  object,
  oneOf,
  ownId,
  shown,
  someText,
  string,
  type Check,
  type Fields,
  type Walk,
} from './shape.js';

// https://adaptivecards.io/explorer/Action.Execute.html and the others
const common: Fields = {
  id: ownId,
  iconUrl: string,
  style: oneOf('default', 'positive', 'destructive'),
  fallback: fallbackOf(action),
  requires: anything,
  tooltip: string,
  isEnabled: boolean,
  mode: oneOf('primary', 'secondary'),
  role: string,
  title: titled,
};
const sends: Fields = {
  ...common,
  data: (value, walk) => {
    if (!isObject(value) && typeof value !== 'string') fault(walk, 'must be an object or text');
  },
  associatedInputs: oneOf('auto', 'none'),
  conditionallyEnabled: boolean,
};

const ACTIONS: Readonly<Record<string, Check>> = {
  'Action.OpenUrl': object({ required: { url: httpsAddress }, optional: common }),
  'Action.Submit': object({ optional: { ...sends, msteams: anything } }),
  'Action.Execute': object({ required: { verb: someText }, optional: sends }),
  'Action.ToggleVisibility': object({
    required: { targetElements: list(anything, { min: 1 }) },
    optional: common,
  }),
  'Action.ShowCard': object({
    required: { card: innerCard },
    optional: common,
    also: (_, walk) => {
      // What Microsoft's own renderer leaves out: https://github.com/microsoft/AdaptiveCards
      if (walk.depth > 0) fault(walk, 'must not be inside another Action.ShowCard');
    },
  }),
};

export const anyAction: Check = (value, walk) => {
  const type = isObject(value) ? value['type'] : undefined;
  const check = typeof type === 'string' ? ACTIONS[type] : undefined;
  if (check) check(value, walk);
  else fault(walk, `knows no action ${String(type)}`);
};

function titled(value: unknown, walk: Walk): void {
  someText(value, walk);
  shown(value, walk);
}
