import { isObject, type JsonObject } from '../../frame/json-object.js';
import type { Block } from '../message.js';
import { elementValue, isStateful, type Given } from './element-value.js';

/** What a person puts into a form, by action_id or, where that is not enough, block_id. */
export type Values = Readonly<Record<string, Given>>;

interface Place {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: JsonObject;
  readonly required: boolean;
}

/**
 * The `state.values` of blocks into which a person has put `values`: block id → action id → what is chosen.
 * Throws where a value has no place, does not fit, or (with `all`) where something that must be filled is not.
 */
export function stateValues(blocks: readonly Block[], values: Values, need: 'all' | 'any'): JsonObject {
  const places = blocks.flatMap(placesIn);
  const strays = Object.keys(values).filter((key) => !places.some((place) => isNamed(place, key)));
  if (strays.length > 0) {
    const known = places.map((place) => place.actionId).join(', ');
    throw new Error(`There is no place for ${strays.join(', ')} here, only for ${known || 'nothing'}`);
  }
  const state: Record<string, Record<string, unknown>> = {};
  for (const place of places) {
    const key = Object.keys(values).find((each) => isNamed(place, each));
    const { state: chosen, isFilled } = elementValue(
      place.element,
      key === undefined ? undefined : values[key],
    );
    if (need === 'all' && place.required && !isFilled) {
      throw new Error(`${place.actionId} must be filled before the form can be submitted`);
    }
    (state[place.blockId] ??= {})[place.actionId] = chosen;
  }
  return state;
}

function placesIn(block: Block): readonly Place[] {
  const { element, accessory, elements } = block;
  const isInput = block.type === 'input';
  const held: readonly unknown[] = isInput
    ? [element]
    : [accessory, ...(Array.isArray(elements) ? (elements as readonly unknown[]) : [])];
  return held
    .filter(isObject)
    .filter(isStateful)
    .map((each) => ({
      blockId: block.block_id,
      actionId: typeof each['action_id'] === 'string' ? each['action_id'] : block.block_id,
      element: each,
      required: isInput && block['optional'] !== true,
    }));
}

function isNamed(place: Place, key: string): boolean {
  return place.actionId === key || place.blockId === key;
}
