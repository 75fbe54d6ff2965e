import { isObject, type JsonObject } from '../../frame/json-object.js';
import { blocksOf, type Attachment, type Block } from '../message.js';

export interface Found {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly attachmentId?: number;
}

/** The one interactive element with this action_id (and, for buttons, this value). Throws where there is none, or more than one. */
export function findElement(
  holder: { readonly blocks?: readonly Block[]; readonly attachments?: readonly Attachment[] },
  wanted: { readonly actionId: string; readonly value?: string },
): Found {
  const all: Found[] = [];
  for (const { block, attachmentId } of blocksOf(holder)) {
    for (const element of elementsIn(block)) {
      const found = { element, blockId: block.block_id };
      all.push(attachmentId === undefined ? found : { ...found, attachmentId });
    }
  }
  const fitting = all.filter(
    ({ element }) =>
      element['action_id'] === wanted.actionId &&
      (wanted.value === undefined || element['value'] === wanted.value),
  );
  const [found] = fitting;
  if (found && fitting.length === 1) return found;
  const shown = all.map(({ element }) => `${String(element['action_id'])} (${String(element['type'])})`);
  const many = fitting.length > 1 ? `${fitting.length} elements` : 'nothing';
  const name = wanted.value === undefined ? wanted.actionId : `${wanted.actionId} with value ${wanted.value}`;
  throw new Error(`There is ${many} called ${name} here, only ${shown.join(', ') || 'nothing to act on'}`);
}

function elementsIn(block: Block): readonly JsonObject[] {
  const { elements, accessory, element } = block;
  const listed: readonly unknown[] =
    block.type === 'actions' && Array.isArray(elements) ? (elements as readonly unknown[]) : [];
  return [...listed, accessory, element].filter(isObject).filter((each) => each['type'] !== 'image');
}
