import { expect } from 'vitest';
import type { ConfigFault } from '../../src/config/config-fault.js';
import { readSettings } from '../../src/config/read-settings.js';
import type { Settings } from '../../src/config/settings.js';
import type { ConfigurableSource } from '../../src/config/yaml/source-yaml.js';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';

export interface Given {
  readonly env?: Readonly<Record<string, string>>;
  /** By path; `./earshot.yaml` is the one that is read unnamed. */
  readonly files?: Readonly<Record<string, string>>;
  readonly yaml?: string;
  readonly types?: readonly ConfigurableSource[];
}

export const OWN = { secret: 'whsec_own', file: 'data/webhook-secret', isNew: true };

export function read({
  env = {},
  files = {},
  yaml,
  types = ALL_SOURCES,
}: Given): Settings | { readonly faults: readonly ConfigFault[] } {
  const all = yaml === undefined ? files : { ...files, './earshot.yaml': yaml };
  return readSettings({
    env,
    readFile: (path) => {
      const text = all[path];
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    },
    sourceTypes: types,
    keepWebhookSecret: () => OWN,
  });
}

/** The settings, where nothing is wrong. */
export function settingsOf(given: Given): Settings {
  const result = read(given);
  expect(result).not.toHaveProperty('faults');
  return result as Settings;
}

/** The faults, where there must be some. */
export function faultsOf(given: Given): readonly ConfigFault[] {
  const result = read(given);
  if (!('faults' in result)) throw new Error('nothing was found wrong');
  return result.faults;
}

export const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-bot', SLACK_SIGNING_SECRET: '0123456789abcdef' };
