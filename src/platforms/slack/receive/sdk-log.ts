import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../../use-cases/log.js';

/** The SDKs' log as ours. Their debug lines quote whole payloads, customers' words among them: those are left out. */
export function sdkLog(log: Log): Logger {
  const said = (parts: readonly unknown[]): string =>
    parts
      .map((part) => (part instanceof Error ? part.message : String(part)))
      .join(' ')
      .slice(0, 500);
  return {
    debug: () => undefined,
    info: (...parts) => log.debug({ platform: 'slack', sdk: true }, said(parts)),
    warn: (...parts) => log.debug({ platform: 'slack', sdk: true }, said(parts)),
    error: (...parts) => log.warn({ platform: 'slack', sdk: true }, said(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
