/** How Teams dresses cards, near enough to judge them by: its fonts, spaces and colours, light and dark. */

export interface Theme {
  readonly page: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly subtle: string;
  /** By the names of Adaptive Cards. */
  readonly backgrounds: Readonly<Record<string, string>>;
  readonly colours: Readonly<Record<string, string>>;
}

export const LIGHT: Theme = {
  page: '#f0f0f0',
  line: '#e1e1e1',
  edge: '#d1d1d1',
  text: '#242424',
  subtle: '#616161',
  backgrounds: {
    default: '#ffffff',
    emphasis: '#f5f5f5',
    accent: '#e8ebfa',
    good: '#e7f2da',
    warning: '#fbf6d9',
    attention: '#fcf0f2',
  },
  colours: { accent: '#5b5fc7', good: '#237b4b', warning: '#835c00', attention: '#c4314b' },
};

export const DARK: Theme = {
  page: '#1f1f1f',
  line: '#3d3d3d',
  edge: '#666666',
  text: '#ffffff',
  subtle: '#adadad',
  backgrounds: {
    default: '#292929',
    emphasis: '#1f1f1f',
    accent: '#33344a',
    good: '#24331f',
    warning: '#40350f',
    attention: '#3f2227',
  },
  colours: { accent: '#9299f7', good: '#92c353', warning: '#f2c661', attention: '#ff8a97' },
};

/** https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config */
export function hostConfig(theme: Theme): object {
  const plain = { default: theme.text, subtle: theme.subtle };
  const foregroundColors = {
    default: plain,
    dark: plain,
    light: plain,
    ...Object.fromEntries(
      Object.entries(theme.colours).map(([name, colour]) => [name, { default: colour, subtle: colour }]),
    ),
  };
  const containerStyles = Object.fromEntries(
    Object.entries(theme.backgrounds).map(([name, backgroundColor]) => [
      name,
      { backgroundColor, foregroundColors },
    ]),
  );
  return {
    fontFamily: FONT,
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    containerStyles,
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *', suffixColor: 'attention' } } },
  };
}

const FONT = '"Segoe UI", "Liberation Sans", Arial, sans-serif';

/** A page with an empty place for the card. */
export function hostPage(theme: Theme): string {
  const { page, line, edge, text, subtle, backgrounds } = theme;
  return `<style>
    * { box-sizing: border-box } p { margin: 0 } a { color: ${theme.colours['accent'] ?? ''}; text-decoration: none }
    body { margin: 0; padding: 16px; background: ${page}; font-family: ${FONT} }
    #card { border: 1px solid ${line}; border-radius: 6px; overflow: hidden; overflow-wrap: break-word }
    .ac-pushButton { height: 32px; padding: 0 12px; margin-bottom: 4px; border: 1px solid ${edge}; border-radius: 4px;
      background: ${backgrounds['default'] ?? ''}; color: ${text}; font: 600 14px ${FONT}; white-space: nowrap }
    .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff }
    .ac-actionSet { flex-wrap: wrap !important; row-gap: 4px }
    .ac-input { width: 100%; padding: 5px 8px; border: 1px solid ${edge}; border-bottom-color: ${subtle}; border-radius: 4px;
      background: ${backgrounds['default'] ?? ''}; color: ${text}; font: 14px ${FONT} }
    div.ac-input { padding: 0; border: 0 !important; background: none } .ac-choiceSetInput-filtered-dropdown { display: none }
  </style><div id="card"></div>`;
}

/** Runs in the page, which has Microsoft's renderer. Markdown as Teams reads it, as far as our cards have any. */
export const SHOW_CARD = `({ card, config, open }) => {
  const { AdaptiveCard, HostConfig, SerializationContext, Version } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    result.outputHtml = '<p>' + safe.replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>')
      .replace(/\\[([^\\]]*)\\]\\(([^)]*)\\)/g, '<a href="$2">$1</a>').replaceAll('\\n\\n', '</p><p>') + '</p>';
    result.didProcess = true;
  };
  const shown = new AdaptiveCard();
  shown.hostConfig = new HostConfig(config);
  shown.version = new Version(1, 6);
  shown.parse(card, new SerializationContext(new Version(1, 6)));
  const place = document.querySelector('#card');
  place.append(shown.render());
  [...place.querySelectorAll('button')].find((button) => button.textContent === open)?.click();
}`;
