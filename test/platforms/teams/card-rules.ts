/** What makes Teams refuse a card or show it wrong, as far as it is documented; each fault in words. */
import { AdaptiveCard as Renderer, HostConfig, SerializationContext, Version } from 'adaptivecards';
import type { Action, AdaptiveCard, Element } from '../../../src/platforms/teams/render/adaptive-card.js';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const MOST_SHOWN = 6;

export function checkCard(card: AdaptiveCard): readonly string[] {
  const ids = elements(card.body, card.actions).flatMap((each) => ('id' in each ? [each.id] : []));
  const menu = (card.actions ?? []).filter((action) => action.mode === 'secondary');
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two inputs are named ${id}`),
    ...((card.actions?.length ?? 0) - menu.length > MOST_SHOWN ? ['too many buttons'] : []),
    ...menu
      .filter((action) => action.type === 'Action.ShowCard')
      .map(() => 'a form in the menu does not open'),
    ...(card.refresh && card.refresh.userIds.length > 60 ? ['too many refresh by themselves'] : []),
    ...everyAction(card).flatMap(actionFaults),
    ...schemaFaults(card),
  ];
}

/** The people picker is an extension of Teams: the renderer knows it from 1.6, Teams takes it in earlier cards without any choice. */
const PEOPLE_PICKER =
  /^Property "choices\.data" is supported in version 1\.6|^An Input\.ChoiceSet must have at least one/u;

/** Teams draws charts; the renderer for other hosts shows what they fall back to. */
const CHART = /^Unknown element type "Chart\.\w+(?:\.\w+)?"\. Fallback will be used/u;

/** Microsoft's own renderer says what it cannot read. */
function schemaFaults(card: AdaptiveCard): readonly string[] {
  const context = new SerializationContext(new Version(1, 5));
  const parsed = new Renderer();
  // The menu counts here as well; what is shown is counted above.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 20 } });
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const read = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validated = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...read, ...validated].filter((fault) => !PEOPLE_PICKER.test(fault) && !CHART.test(fault));
}

function actionFaults(action: Action): readonly string[] {
  if (action.title.trim() === '') return ['a button without a name'];
  if (action.type === 'Action.ShowCard') return [];
  if (action.type === 'Action.Submit') return [`${action.title} is not answered on the spot`];
  const { fallback } = action;
  if (fallback?.type !== 'Action.Submit') return [`${action.title} has no fallback`];
  return JSON.stringify(fallback.data) === JSON.stringify(action.data)
    ? []
    : [`${action.title} falls back to another`];
}

function everyAction(card: AdaptiveCard): readonly Action[] {
  const top = [...(card.actions ?? []), ...(card.refresh ? [card.refresh.action] : [])];
  const inSets = elements(card.body).flatMap((each) => (each.type === 'ActionSet' ? each.actions : []));
  return [...top, ...inSets].flatMap((action) =>
    action.type === 'Action.ShowCard' ? [action, ...(action.card.actions ?? [])] : [action],
  );
}

function elements(body: readonly Element[], actions: readonly Action[] = []): readonly Element[] {
  const inside = body.flatMap((each): readonly Element[] => {
    if (each.type === 'Container') return elements(each.items);
    return each.type === 'ColumnSet' ? each.columns.flatMap((column) => elements(column.items)) : [];
  });
  const unfolded = actions.flatMap((action) =>
    action.type === 'Action.ShowCard' ? elements(action.card.body, action.card.actions) : [],
  );
  return [...body, ...inside, ...unfolded];
}
