/** Every kind of sender: adding one is its file and one line here. */
import { chatwoot } from './chatwoot.js';
import { cloudevents } from './cloudevents.js';
import { meta } from './meta.js';
import type { SourceType } from './source.js';
import { standard } from './standard.js';
import { zendesk } from './zendesk.js';

export const ALL_SOURCES: readonly SourceType[] = [standard, zendesk, chatwoot, meta, cloudevents];
