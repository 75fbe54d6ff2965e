import type { Log } from '../../../src/use-cases/log.js';

/** Every line as text, with all that it would show of an error. */
export function logInto(logged: string[]): Log {
  const write =
    (level: string) =>
    (fields: Record<string, unknown>, message: string): void => {
      logged.push(`${level} ${message} ${JSON.stringify(fields, asText)}`);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function asText(_: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}
