/** As much of Adaptive Cards 1.5 as our cards use: https://learn.microsoft.com/adaptive-cards/schema-explorer/adaptive-card */
import type { Called, MentionEntity } from './mentions.js';

type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';
export type Colour = 'default' | 'accent' | 'good' | 'warning' | 'attention';
export type ContainerStyle = 'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';

export interface TextLook {
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'lighter' | 'default' | 'bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
}

interface Placed {
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

export interface TextBlock extends TextLook, Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
}

export interface TextRun extends TextLook {
  readonly type: 'TextRun';
  readonly text: string;
}

export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface Container extends Placed {
  readonly type: 'Container';
  readonly style?: ContainerStyle;
  readonly bleed?: true;
  readonly items: readonly Element[];
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch';
  readonly items: readonly Element[];
}

export interface ColumnSet extends Placed {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface InputBase extends Placed {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage?: string;
  readonly placeholder?: string;
  readonly value?: string;
}

export interface TextInput extends InputBase {
  readonly type: 'Input.Text';
  readonly isMultiline: boolean;
  readonly maxLength: number;
}

export interface ChoiceInput extends InputBase {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
}

export type Input = TextInput | ChoiceInput;

export interface TableCell {
  readonly type: 'TableCell';
  readonly items: readonly Element[];
}

export interface Table extends Placed {
  readonly type: 'Table';
  readonly columns: readonly {
    readonly width: number;
    readonly horizontalCellContentAlignment?: 'left' | 'right';
  }[];
  readonly firstRowAsHeader: true;
  readonly showGridLines: false;
  readonly rows: readonly { readonly type: 'TableRow'; readonly cells: readonly TableCell[] }[];
}

interface ChartPoint {
  readonly x: string;
  readonly y: number;
}

/** Teams draws them in cards of 1.5; where a client does not, the fallback is shown: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards */
interface ChartBase extends Placed {
  readonly title: string;
  readonly fallback: Element;
}

export interface SeriesChart extends ChartBase {
  readonly type: 'Chart.Line' | 'Chart.VerticalBar.Grouped';
  readonly data: readonly {
    readonly legend: string;
    readonly color: ChartColour;
    readonly values: readonly ChartPoint[];
  }[];
}

export interface BarChart extends ChartBase {
  readonly type: 'Chart.VerticalBar' | 'Chart.HorizontalBar';
  readonly color: ChartColour;
  readonly data: readonly ChartPoint[];
}

export type ChartColour =
  | 'categoricalBlue'
  | 'neutral'
  | 'categoricalTeal'
  | 'categoricalMarigold'
  | 'categoricalPurple'
  | 'categoricalRed';

export type Element =
  TextBlock | RichTextBlock | Container | ColumnSet | Table | SeriesChart | BarChart | ActionSet | Input;

interface ActionBase {
  readonly title: string;
  readonly tooltip?: string;
  /** `secondary` stands in the menu behind "…". */
  readonly mode?: 'secondary';
  readonly style?: 'positive';
}

export interface Submit extends ActionBase {
  readonly type: 'Action.Submit';
  readonly data: Readonly<Record<string, unknown>>;
  readonly associatedInputs?: 'auto' | 'none';
}

export interface Execute extends ActionBase {
  readonly type: 'Action.Execute';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly associatedInputs?: 'auto' | 'none';
  readonly fallback?: Submit;
}

export interface ShowCard extends ActionBase {
  readonly type: 'Action.ShowCard';
  readonly card: InnerCard;
}

/** Submit by itself in a dialog only: a card in a message answers on the spot. */
export type Action = Execute | ShowCard | Submit;

export interface InnerCard {
  readonly type: 'AdaptiveCard';
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

export interface AdaptiveCard extends InnerCard {
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly refresh?: { readonly action: Execute; readonly userIds: readonly string[] };
  readonly msteams?: { readonly entities: readonly MentionEntity[] };
}

export interface CardAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: AdaptiveCard;
}

export function attach(content: AdaptiveCard): CardAttachment {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** Teams shows bots' cards up to version 1.5: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
export function adaptiveCard(
  card: Pick<AdaptiveCard, 'body' | 'actions' | 'fallbackText' | 'refresh' | 'msteams'>,
): AdaptiveCard {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    ...card,
  };
}

/** The entities of those whose names stand in `body`, which may have been shortened. */
export function mentionsIn(body: readonly Element[], called: Called): Pick<AdaptiveCard, 'msteams'> {
  const words = called.size === 0 ? '' : JSON.stringify(body);
  const entities = [...called.values()].filter((entity) =>
    words.includes(JSON.stringify(entity.text).slice(1, -1)),
  );
  return entities.length === 0 ? {} : { msteams: { entities } };
}
