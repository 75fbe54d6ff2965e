/** Every kind of sender: adding one is its file and one line here. */
import type { SourceType } from './source.js';
import { standard } from './standard.js';
import { zendesk } from './zendesk.js';

export const ALL_SOURCES: readonly SourceType[] = [standard, zendesk];
