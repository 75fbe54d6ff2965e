/** What is kept of Microsoft Teams: where we may speak, and which channel a team of ours works in. */

export interface TeamsConversation {
  /** Without the `;messageid=…` of a thread: `19:…@thread.tacv2` is a channel. */
  readonly id: string;
  readonly kind: 'channel' | 'group' | 'personal';
  /** Came with a valid token. */
  readonly serviceUrl: string;
  /** Absent only in the local trial. */
  readonly tenantId?: string;
  /** `28:<app id>` */
  readonly botId: string;
  /** Of a channel. */
  readonly teamId?: string;
  /** Whose personal conversation it is. */
  readonly userId?: string;
}

export interface TeamsBinding {
  /** The name of a team of ours. */
  readonly team: string;
  readonly channelId: string;
}

/** Where Earshot was taken away: a conversation, or a Microsoft team with all its channels. */
export type TakenFrom = { readonly conversationId: string } | { readonly teamId: string };

export interface TeamsConversationStore {
  /** Keeps the conversation as it is now; one that Earshot was taken away from is there again. */
  rememberTeamsConversation(conversation: TeamsConversation, at: Date): Promise<void>;
  /** Undefined where Earshot is not, or no longer, installed. */
  findTeamsConversation(id: string): Promise<TeamsConversation | undefined>;
  findPersonalTeamsConversation(userId: string): Promise<TeamsConversation | undefined>;
  /** The one heard from last: what it says of the connector holds for new ones. */
  latestTeamsConversation(): Promise<TeamsConversation | undefined>;
  /** The teams of ours that work there. */
  forgetTeamsConversations(from: TakenFrom, at: Date): Promise<readonly TeamsBinding[]>;
  /** Earshot is in the Microsoft team again: so it is in the channels of it that were known. The teams of ours that work in them. */
  restoreTeamsChannels(teamId: string, serviceUrl: string, at: Date): Promise<readonly TeamsBinding[]>;
  /** The channel that the team worked in before. */
  bindTeamsChannel(
    binding: TeamsBinding & { readonly staffId: string; readonly at: Date },
  ): Promise<string | undefined>;
  /** The teams that worked there. */
  unbindTeamsChannel(channelId: string): Promise<readonly string[]>;
  /** Also of channels that Earshot was taken away from: what would go there is posted elsewhere by whoever finds that out. */
  teamsBindings(): Promise<readonly TeamsBinding[]>;
}
