import type { Conversation, Mend, Reply } from '../../../src/conversation/conversation.js';

/** What came to the conversation, and what it is to answer. */
export interface FakeConversation extends Conversation {
  readonly heard: unknown[];
  press: Conversation['press'];
  submit: Conversation['submit'];
  command: Conversation['command'];
  begin: Conversation['begin'];
  tell: Conversation['tell'];
}

export function createFakeConversation(): FakeConversation {
  const heard: unknown[] = [];
  const done: Reply = { kind: 'done' };
  return {
    heard,
    press: (click) => {
      heard.push(click);
      return Promise.resolve(done);
    },
    submit: (sent) => {
      heard.push(sent);
      return Promise.resolve<Reply | Mend>(done);
    },
    begin: (wish) => {
      heard.push(wish);
      return Promise.resolve(done);
    },
    tell: (sent) => {
      heard.push(sent);
      return Promise.resolve<Reply | Mend>(done);
    },
    write: (given) => {
      heard.push(given);
      return Promise.resolve(undefined);
    },
    share: (pressed) => {
      heard.push(pressed);
      return Promise.resolve({ lines: [[{ kind: 'text', text: 'Shared' }]] });
    },
    command: (typed) => {
      heard.push(typed);
      return Promise.resolve({ lines: [[{ kind: 'text', text: `You typed ${typed.line}` }]] });
    },
  };
}
