import type { NoteFault } from './config-fault.js';
import { isLoopback } from './loopback.js';
import type { ModelSettings } from './settings.js';
import type { Variables } from './variables.js';

const OPENAI = 'https://api.openai.com/v1';
/** Small, quick, cheap, and it keeps to a schema: https://platform.openai.com/docs/models/gpt-4.1-mini */
const USUAL_MODEL = 'gpt-4.1-mini';

/** The language model as configured; undefined without a key: then nothing is sent to anybody. */
export function readModelVariables(
  variables: Variables,
  fault: NoteFault,
): Omit<ModelSettings, 'callsPerDay'> | undefined {
  const apiKey = variables.secret('OPENAI_API_KEY');
  const baseUrl = readBaseUrl(variables, fault);
  const name = readName(variables, fault);
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/u.test(apiKey)) {
    fault({
      path: 'OPENAI_API_KEY',
      message: 'has characters that no key has',
      mend: 'copy it again, without spaces',
    });
  }
  if (apiKey !== undefined) return { apiKey, baseUrl, name };
  const alone = (['OPENAI_BASE_URL', 'OPENAI_MODEL'] as const).find(
    (each) => variables.text(each) !== undefined,
  );
  if (alone !== undefined && !variables.isSet('OPENAI_API_KEY')) {
    fault({
      path: 'OPENAI_API_KEY',
      message: `is missing, though ${alone} is set`,
      mend: 'set it to a key of that service, or to any word where it asks for none; or set nothing of OPENAI_',
    });
  }
  return undefined;
}

function readBaseUrl(variables: Variables, fault: NoteFault): string {
  const text = variables.text('OPENAI_BASE_URL');
  if (text === undefined) return OPENAI;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url && safe && !url.username && !url.password && !url.search && !url.hash) {
    return url.href.replace(/\/+$/u, '');
  }
  fault({
    path: 'OPENAI_BASE_URL',
    message: 'is no address that customers’ words may be sent to',
    mend: `an https address such as ${OPENAI}; http only on loopback`,
  });
  return OPENAI;
}

function readName(variables: Variables, fault: NoteFault): string {
  const text = variables.text('OPENAI_MODEL') ?? USUAL_MODEL;
  if (/^[\w.:/@+-]{1,100}$/u.test(text)) return text;
  fault({
    path: 'OPENAI_MODEL',
    message: 'is no name of a model',
    mend: `a name such as ${USUAL_MODEL}, as the service lists it`,
  });
  return USUAL_MODEL;
}
