/**
 * Says of a message that words of it are generated; Teams labels it so, in chats and channels.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#add-ai-label
 */
export interface AiLabel {
  readonly type: 'https://schema.org/Message';
  readonly '@type': 'Message';
  readonly '@context': 'https://schema.org';
  readonly '@id': '';
  readonly additionalType: readonly ['AIGeneratedContent'];
}

export const AI_LABEL: AiLabel = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  additionalType: ['AIGeneratedContent'],
};
