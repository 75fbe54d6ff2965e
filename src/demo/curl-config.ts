import { signedHeaders, type ToSign } from './signed-headers.js';

/**
 * A signed POST as a configuration that `curl -K -` reads, because its quoting is the same whatever the shell:
 * https://curl.se/docs/manpage.html#-K.
 */
export function curlConfig(call: ToSign): string {
  const headers = Object.entries(signedHeaders(call)).map(([name, value]) =>
    option('header', `${name}: ${value}`),
  );
  return [...headers, option('data-raw', call.body), option('write-out', '\n'), ''].join('\n');
}

/** Makes curl send nothing and say nothing: the reason has been said already. */
export const CURL_SENDS_NOTHING = 'proto = "-all"\nno-show-error\n';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\v', '\\v'],
]);

function option(name: string, value: string): string {
  return `${name} = "${value.replace(/[\\"\t\n\r\v]/gu, (character) => ESCAPES.get(character) ?? character)}"`;
}
