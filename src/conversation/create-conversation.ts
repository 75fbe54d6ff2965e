import { isOfPostMortem, isPostMortemForm } from '../cards/actions.js';
import { beginTelling } from './begin-telling.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Conversation } from './conversation.js';
import { hearTelling } from './hear-telling.js';
import { writeSection } from '../use-cases/post-mortem/write-section.js';
import { press } from './press.js';
import { pressPostMortem } from './press-post-mortem.js';
import { runCommand } from './run-command.js';
import { share } from './share.js';
import { submitPostMortem } from './submit-post-mortem.js';
import { submit } from './submit.js';

export function createConversation(deps: ConversationDeps): Conversation {
  return {
    press: ({ action, ...click }) =>
      isOfPostMortem(action)
        ? pressPostMortem(deps, { ...click, action })
        : press(deps, { ...click, action }),
    submit: ({ action, ...sent }) =>
      isPostMortemForm(action)
        ? submitPostMortem(deps, { ...sent, action })
        : submit(deps, { ...sent, action }),
    begin: (wish) => beginTelling(deps, wish),
    tell: (sent) => hearTelling(deps, sent),
    command: (typed) => runCommand(deps, typed),
    write: (given) => writeSection(deps, given),
    share: (pressed) => share(deps, pressed),
  };
}
