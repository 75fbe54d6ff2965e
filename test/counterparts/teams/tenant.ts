import {
  createPeople,
  SAM,
  KIM,
  GUS,
  TENANT_ID,
  USUAL_PEOPLE,
  type People,
  type PersonSpec,
} from './people.js';
import type { TeamsIds } from './teams-ids.js';

/** Whether the bot may speak somewhere, and why not. */
export type BotStanding = 'installed' | 'not_installed' | 'blocked' | 'disabled';

export interface TeamsTeam {
  /** Also the id of its General channel. */
  readonly id: string;
  readonly name: string;
  readonly aadGroupId: string;
  readonly members: readonly string[];
  readonly bot: BotStanding;
}
export type TeamSpec = Pick<TeamsTeam, 'id'> & Partial<TeamsTeam>;

export interface TeamsConversation {
  /** `19:…@thread.tacv2` a channel, `19:…@thread.v2` a group chat, `a:1…` a personal chat. */
  readonly id: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  readonly name: string;
  /** Of a channel. */
  readonly teamId?: string;
  /** Whose id it is: `29:…`. For a channel absent where the whole team belongs to it. */
  readonly members?: readonly string[];
  /** Of a channel absent: as in its team. */
  readonly bot?: BotStanding;
  /** Deleted: not found any more. */
  readonly gone: boolean;
}
export type ConversationSpec = Pick<TeamsConversation, 'id'> & Partial<TeamsConversation>;

export interface TenantSpec {
  readonly tenantId?: string;
  readonly bot?: Partial<BotSpec>;
  readonly people?: readonly PersonSpec[];
  readonly teams?: readonly TeamSpec[];
  readonly conversations?: readonly ConversationSpec[];
}

export interface BotSpec {
  readonly appId: string;
  readonly password: string;
  readonly name: string;
}

export interface Tenant {
  readonly tenantId: string;
  /** `id` is `28:` and the app id. */
  readonly bot: BotSpec & { readonly id: string };
  readonly people: People;
  readonly teams: ReadonlyMap<string, TeamsTeam>;
  readonly conversations: ReadonlyMap<string, TeamsConversation>;
  readonly setTeam: (spec: TeamSpec) => TeamsTeam;
  readonly setConversation: (spec: ConversationSpec) => TeamsConversation;
  /** A conversation that a test takes to be there; throws where it is not. */
  readonly conversation: (id: string) => TeamsConversation;
  /** The chat between the bot and one person; made where there is none. */
  readonly personal: (personId: string) => TeamsConversation;
  readonly membersOf: (conversation: TeamsConversation) => readonly string[];
  readonly standingIn: (conversation: TeamsConversation) => BotStanding;
}

export const APP_ID = 'ea45a07e-0000-4000-8000-000000000b07';
export const APP_PASSWORD = 'counterpart-app-password';
/** The team's General channel has the team's own id. */
export const SUPPORT_TEAM = '19:general-of-support@thread.tacv2';
export const SUPPORT = '19:support@thread.tacv2';
export const EMEA = '19:emea@thread.tacv2';
export const LEADS_CHAT = '19:leads@thread.v2';

const USUAL_TEAMS: readonly TeamSpec[] = [
  { id: SUPPORT_TEAM, name: 'Customer support', members: [KIM, SAM, GUS] },
];
const USUAL_CONVERSATIONS: readonly ConversationSpec[] = [
  { id: SUPPORT, name: 'support', teamId: SUPPORT_TEAM },
  { id: EMEA, name: 'emea', teamId: SUPPORT_TEAM },
  { id: LEADS_CHAT, name: 'Leads', members: [KIM, SAM], bot: 'installed' },
];

/** The state of one tenant with one bot; what `spec` does not say is made up sensibly. */
export function createTenant(spec: TenantSpec, ids: TeamsIds): Tenant {
  const tenantId = spec.tenantId ?? TENANT_ID;
  const bot = { appId: APP_ID, password: APP_PASSWORD, name: 'Earshot', ...spec.bot };
  const people = createPeople({ specs: spec.people ?? USUAL_PEOPLE, tenantId, newGuid: ids.guid });
  const teams = new Map<string, TeamsTeam>();
  const conversations = new Map<string, TeamsConversation>();

  const setTeam: Tenant['setTeam'] = (team) => {
    const next: TeamsTeam = {
      name: team.id,
      aadGroupId: ids.guid(),
      members: ownPeople(),
      bot: 'installed',
      ...teams.get(team.id),
      ...team,
    };
    teams.set(next.id, next);
    if (!conversations.has(next.id)) setConversation({ id: next.id, name: 'General', teamId: next.id });
    return next;
  };
  const setConversation: Tenant['setConversation'] = (conversation) => {
    const next: TeamsConversation = {
      kind: kindOf(conversation.id),
      name: conversation.id,
      gone: false,
      ...conversations.get(conversation.id),
      ...conversation,
    };
    conversations.set(next.id, next);
    return next;
  };
  const ownPeople = (): string[] =>
    people
      .all()
      .filter((person) => person.tenantId === tenantId)
      .map((person) => person.id);
  const personal: Tenant['personal'] = (personId) => {
    for (const each of conversations.values()) {
      if (each.kind === 'personal' && each.members?.[0] === personId) return each;
    }
    const { name } = people.get(personId);
    return setConversation({ id: `a:1${ids.hex(40)}`, name, members: [personId], bot: 'installed' });
  };
  const teamOf = (conversation: TeamsConversation): TeamsTeam | undefined =>
    conversation.teamId === undefined ? undefined : teams.get(conversation.teamId);

  for (const team of spec.teams ?? USUAL_TEAMS) setTeam(team);
  for (const conversation of spec.conversations ?? USUAL_CONVERSATIONS) setConversation(conversation);
  return {
    tenantId,
    bot: { ...bot, id: `28:${bot.appId}` },
    people,
    teams,
    conversations,
    setTeam,
    setConversation,
    conversation: (id) => {
      const found = conversations.get(id);
      if (!found) throw new Error(`There is no conversation ${id}`);
      return found;
    },
    personal,
    membersOf: (conversation) => conversation.members ?? teamOf(conversation)?.members ?? [],
    standingIn: (conversation) => conversation.bot ?? teamOf(conversation)?.bot ?? 'not_installed',
  };
}

function kindOf(id: string): TeamsConversation['kind'] {
  if (id.startsWith('a:')) return 'personal';
  return id.endsWith('@thread.v2') ? 'groupChat' : 'channel';
}
