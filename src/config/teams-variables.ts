import type { NoteFault } from './config-fault.js';
import { isLoopback } from './loopback.js';
import type { TeamsSettings } from './settings.js';
import type { Variables } from './variables.js';

/** Application and tenant ids: https://learn.microsoft.com/entra/identity-platform/quickstart-register-app */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * Teams as configured; undefined where it is off. Half a set-up is a fault that says which half is missing, because an SDK that
 * is given no app id takes every request for genuine.
 */
export function readTeamsVariables(
  variables: Variables,
  host: string,
  fault: NoteFault,
): TeamsSettings | undefined {
  const isLocal = readLocal(variables, host, fault);
  const appId = readGuid('TEAMS_APP_ID', 'the application (client) id of the app registration');
  const tenantId = readGuid('TEAMS_TENANT_ID', 'the directory (tenant) id of the app registration');
  const isPasswordSet = variables.isSet('TEAMS_APP_PASSWORD');
  const appPassword = readPassword();
  const isAppSet = appId.isSet || tenantId.isSet || isPasswordSet;
  if (isLocal) {
    if (!isAppSet) return { mode: 'local' };
    fault({
      path: 'TEAMS_LOCAL',
      message: 'is set beside credentials of Teams',
      mend: 'take TEAMS_LOCAL away to use the credentials, or the credentials to try Earshot without any',
    });
    return undefined;
  }
  if (!isAppSet) return undefined;
  noteMissing('TEAMS_APP_ID', appId.isSet, 'the application (client) id of the app registration');
  noteMissing('TEAMS_APP_PASSWORD', isPasswordSet, 'a client secret of the app registration');
  noteMissing('TEAMS_TENANT_ID', tenantId.isSet, 'the directory (tenant) id of the app registration');
  if (appId.value === undefined || tenantId.value === undefined || appPassword === undefined)
    return undefined;
  return { mode: 'app', appId: appId.value, appPassword, tenantId: tenantId.value };

  function readGuid(
    name: 'TEAMS_APP_ID' | 'TEAMS_TENANT_ID',
    called: string,
  ): { readonly isSet: boolean; readonly value?: string } {
    const text = variables.text(name);
    if (text === undefined) return { isSet: false };
    if (GUID.test(text)) return { isSet: true, value: text.toLowerCase() };
    fault({
      path: name,
      message: 'is no id of Microsoft’s',
      mend: `set it to ${called}: 8-4-4-4-12 digits and letters a to f`,
    });
    return { isSet: true };
  }

  function readPassword(): string | undefined {
    const secret = variables.secret('TEAMS_APP_PASSWORD');
    if (secret === undefined || /^[\x21-\x7e]+$/u.test(secret)) return secret;
    fault({
      path: 'TEAMS_APP_PASSWORD',
      message: 'has characters that no client secret has',
      mend: 'copy it again, without spaces',
    });
    return undefined;
  }

  function noteMissing(path: string, isSet: boolean, called: string): void {
    if (isSet) return;
    fault({
      path,
      message: 'is missing, though other variables of Teams are set',
      mend: `set it to ${called}; or set nothing of Teams`,
    });
  }
}

function readLocal(variables: Variables, host: string, fault: NoteFault): boolean {
  const text = variables.text('TEAMS_LOCAL');
  if (text === undefined || text === '0') return false;
  if (text !== '1') {
    fault({ path: 'TEAMS_LOCAL', message: 'is neither 1 nor 0', mend: 'set it to 1, or take it away' });
    return false;
  }
  if (isLoopback(host)) return true;
  fault({
    path: 'TEAMS_LOCAL',
    message: 'is set while HOST is not loopback: anybody could speak as anybody',
    mend: 'take HOST away to try Earshot on this machine, or TEAMS_LOCAL to run it for others',
  });
  return false;
}
