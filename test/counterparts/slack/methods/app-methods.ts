import type { Answer } from '../answer.js';
import { refuse } from '../answer.js';
import { textArg, type Call, type Method } from '../call.js';
import type { World } from '../world.js';

/** What an app asks about itself and its workspace. */
export const APP_METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { scopes: [], token: 'any', json: true, run: authTest },
  'bots.info': { scopes: ['users:read'], token: 'bot', json: false, run: botInfo },
  'team.info': { scopes: ['team:read'], token: 'bot', json: false, run: teamInfo },
  'apps.connections.open': {
    scopes: ['connections:write'],
    token: 'app',
    json: true,
    run: (world) => ({ ok: true, url: world.socketAddress() }),
  },
};

function authTest(world: World, call: Call): Answer {
  const { team, bot } = world.workspace;
  return {
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    team_id: team.id,
    ...(call.token.kind === 'bot'
      ? { user: bot.name, user_id: bot.userId, bot_id: bot.botId }
      : { app_name: bot.name, app_id: bot.appId }),
    is_enterprise_install: false,
  };
}

function botInfo(world: World, call: Call): Answer {
  const { bot } = world.workspace;
  const asked = textArg(call, 'bot') ?? bot.botId;
  if (asked !== bot.botId) return refuse('bot_not_found');
  return {
    ok: true,
    bot: { id: bot.botId, app_id: bot.appId, user_id: bot.userId, name: bot.name, deleted: false },
  };
}

function teamInfo(world: World): Answer {
  const { team } = world.workspace;
  return { ok: true, team: { id: team.id, name: team.name, domain: team.domain, email_domain: '' } };
}
