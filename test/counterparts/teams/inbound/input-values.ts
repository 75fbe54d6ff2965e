import { isObject, type JsonObject } from '../../frame/json-object.js';
import type { World } from '../world.js';

/** What a person puts into the fields of a form, by the fields' ids; `null` empties one. */
export type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** What a client of Teams sends for the inputs of a card; throws where it would not let the form go. */
export function inputValues(
  world: World,
  inputs: readonly JsonObject[],
  given: Values,
): Record<string, string> {
  const ids = inputs.map((input) => String(input['id']));
  const unknown = Object.keys(given).find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw new Error(`There is no field ${unknown} here, only ${ids.join(', ') || 'none'}`);
  const values: Record<string, string> = {};
  for (const input of inputs) {
    const id = String(input['id']);
    const value = valueOf(world, input, given[id]);
    refuseWrong(input, value);
    if (value !== undefined) values[id] = value;
  }
  return values;
}

function valueOf(world: World, input: JsonObject, given: Values[string] | undefined): string | undefined {
  if (given !== undefined && given !== null) {
    const each = typeof given === 'string' ? [given] : given;
    return each.map((one) => chosen(world, input, one)).join(',');
  }
  const preset = given === null ? undefined : input['value'];
  if (typeof preset === 'string' || typeof preset === 'number') return String(preset);
  switch (input['type']) {
    case 'Input.Toggle':
      return typeof input['valueOff'] === 'string' ? input['valueOff'] : 'false';
    case 'Input.Text':
      return '';
    default:
      return undefined;
  }
}

/** Of a people picker the AAD object id: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker */
function chosen(world: World, input: JsonObject, given: string): string {
  if (input['type'] !== 'Input.ChoiceSet') return given;
  const choices = (input['choices'] as readonly JsonObject[] | undefined) ?? [];
  if (choices.some((choice) => choice['value'] === given)) return given;
  if (isObject(input['choices.data'])) return world.tenant.people.get(given).aadObjectId;
  const offered = choices.map((choice) => String(choice['value'])).join(', ');
  throw new Error(`${given} cannot be chosen in ${String(input['id'])}, only ${offered}`);
}

function refuseWrong(input: JsonObject, value: string | undefined): void {
  const { isRequired, errorMessage, maxLength, regex } = input;
  const isEmpty = value === undefined || value.trim() === '';
  const isTooLong = typeof maxLength === 'number' && (value?.length ?? 0) > maxLength;
  const isOdd = typeof regex === 'string' && !isEmpty && !new RegExp(regex, 'u').test(value);
  if ((isRequired === true && isEmpty) || isTooLong || isOdd) {
    const said = typeof errorMessage === 'string' ? errorMessage : 'the value does not fit';
    throw new Error(`Teams does not send the form: ${String(input['id'])}: ${said}`);
  }
}
