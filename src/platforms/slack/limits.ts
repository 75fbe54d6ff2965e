/** Every limit of Slack's that we keep to, beside the page that states it. Rendering clamps to them; posting paces itself by them. */

/** https://docs.slack.dev/reference/block-kit and the pages below it; where its copies disagree, the lower figure. */
export const BLOCK_KIT = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  blocksPerView: 100,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionTextChars: 3_000,
  sectionFields: 10,
  sectionFieldChars: 2_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerTextChars: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabelChars: 2_000,
  inputHintChars: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonTextChars: 75,
  buttonUrlChars: 3_000,
  buttonLabelChars: 75,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputValueChars: 3_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
  overflowOptions: 5,
  /** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
  radioOptions: 10,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionTextChars: 75,
  optionValueChars: 75,
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block; some copies allow twelve series. */
  chartTitleChars: 50,
  chartLabelChars: 20,
  chartPlaces: 20,
  chartSeries: 6,
  /** Block and action ids; https://docs.slack.dev/reference/block-kit/blocks */
  idChars: 255,
  /** Not documented: over all blocks a message fails near 13,200. https://github.com/slackapi/bolt-js/issues/2509 */
  allBlocksChars: 12_000,
} as const;

/** https://docs.slack.dev/reference/views */
export const VIEW = {
  titleChars: 24,
  buttonChars: 24,
  privateMetadataChars: 3_000,
  /** A trigger_id lives this long: https://docs.slack.dev/interactivity/handling-user-interaction */
  triggerLifeMs: 3_000,
} as const;

export const MESSAGE = {
  /** Beyond some 4,000 a text may come out as several messages: https://github.com/slackapi/bolt-python/issues/764 */
  textChars: 3_000,
} as const;

export const INBOUND = {
  /** https://docs.slack.dev/interactivity/handling-user-interaction: three seconds to acknowledge. */
  acknowledgeMs: 3_000,
  /** Signatures older than this are replays: https://docs.slack.dev/authentication/verifying-requests-from-slack */
  signatureAgeMs: 5 * 60_000,
  /** Ours: the largest interaction carries a view of 250 KB twice, its blocks and its state. */
  bodyBytes: 1_048_576,
} as const;

export const CONNECTIONS = {
  /** A page of 1,000 users is some 2 MB. */
  mostAnswerBytes: 16 * 1_048_576,
} as const;

/** https://docs.slack.dev/apis/web-api/rate-limits */
export const RATES = {
  /** One message a second and channel, "short bursts allowed"; how short is not said, so ours are. */
  postsPerChannel: { capacity: 4, perSecond: 1 },
  /** "A workspace-wide limit" without a figure: only a refusal closes it. */
  postsPerWorkspace: { capacity: 1, perSecond: 0 },
  /** 50 a minute: 20 at once and one every two seconds never come to more than 50 in any minute. */
  tier3: { capacity: 20, perSecond: 0.5 },
  /** views.publish takes 100 a minute; so many of each process leave room for a second one and for who opens theirs just then. */
  homesPerMinute: 40,
  /** 20 a minute: what pages through a long list waits this long between two pages. */
  tier2PageMs: 3_000,
  /** Where a 429 names no time. */
  retryAfterMs: 5_000,
} as const;
