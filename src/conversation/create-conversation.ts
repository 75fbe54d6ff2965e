import type { ConversationDeps } from './conversation-deps.js';
import type { Conversation } from './conversation.js';
import { press } from './press.js';
import { runCommand } from './run-command.js';
import { share } from './share.js';
import { submit } from './submit.js';

export function createConversation(deps: ConversationDeps): Conversation {
  return {
    press: (click) => press(deps, click),
    submit: (sent) => submit(deps, sent),
    command: (typed) => runCommand(deps, typed),
    share: (pressed) => share(deps, pressed),
  };
}
