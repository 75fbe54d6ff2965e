import type { NoteFault } from './config-fault.js';
import type { SecretName } from './environment-variables.js';
import { isLoopback } from './loopback.js';
import type { SlackSettings } from './settings.js';
import type { Variables } from './variables.js';

const SLACK_API = 'https://slack.com/api/';

const KINDS: readonly { readonly begins: string; readonly name: SecretName; readonly called: string }[] = [
  { begins: 'xoxb-', name: 'SLACK_BOT_TOKEN', called: 'the bot token' },
  { begins: 'xapp-', name: 'SLACK_APP_TOKEN', called: 'the app-level token' },
];

/** Slack as configured; undefined where nothing of it is set. Half a set-up is a fault that says which half is missing. */
export function readSlackVariables(
  variables: Variables,
  fault: NoteFault,
): { readonly slack?: SlackSettings; readonly meansSlack: boolean } {
  const botToken = readToken('SLACK_BOT_TOKEN');
  const signingSecret = readSecret('SLACK_SIGNING_SECRET');
  const appToken = readToken('SLACK_APP_TOKEN');
  const apiUrl = readApiUrl(variables, fault);
  const meansSlack = [botToken, signingSecret, appToken].some(({ isSet }) => isSet);
  if (!meansSlack) return { meansSlack };
  if (!botToken.isSet) {
    fault({
      path: 'SLACK_BOT_TOKEN',
      message: `is missing, though ${signingSecret.isSet ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN'} is set`,
      mend: 'set it to the bot token, xoxb-…, from “OAuth & Permissions” of the Slack app; or set nothing of Slack',
    });
  }
  if (botToken.isSet && !signingSecret.isSet && !appToken.isSet) {
    fault({
      path: 'SLACK_SIGNING_SECRET',
      message: 'is missing, though SLACK_BOT_TOKEN is set',
      mend: 'set it to the signing secret from “Basic Information” of the Slack app; or set SLACK_APP_TOKEN for Socket Mode',
    });
  }
  if (botToken.value === undefined) return { meansSlack };
  return {
    meansSlack,
    slack: {
      botToken: botToken.value,
      ...(signingSecret.value !== undefined && { signingSecret: signingSecret.value }),
      ...(appToken.value !== undefined && { appToken: appToken.value }),
      apiUrl,
    },
  };

  function readSecret(name: SecretName): { readonly isSet: boolean; readonly value?: string } {
    const value = variables.secret(name);
    if (value === undefined) return { isSet: variables.isSet(name) };
    if (/^[\x21-\x7e]+$/u.test(value)) return { isSet: true, value };
    fault({
      path: name,
      message: 'has characters that no secret of Slack has',
      mend: 'copy it again, without spaces',
    });
    return { isSet: true };
  }

  function readToken(name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): ReturnType<typeof readSecret> {
    const secret = readSecret(name);
    const kind = KINDS.find((each) => each.name === name);
    if (secret.value === undefined || !kind || secret.value.startsWith(kind.begins)) return secret;
    const other = KINDS.find(({ begins }) => secret.value?.startsWith(begins));
    fault({
      path: name,
      message: other ? `holds ${other.called}` : `does not begin with ${kind.begins}`,
      mend: `set it to ${kind.called}, ${kind.begins}…${other ? `, and ${other.name} to this one` : ''}`,
    });
    return { isSet: true };
  }
}

function readApiUrl(variables: Variables, fault: NoteFault): string {
  const text = variables.text('SLACK_API_URL');
  if (text === undefined) return SLACK_API;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url && safe && !url.username && !url.password && !url.search && !url.hash) {
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  }
  fault({
    path: 'SLACK_API_URL',
    message: 'is no address that tokens may be sent to',
    mend: `an https address such as ${SLACK_API}; http only on loopback`,
  });
  return SLACK_API;
}
