import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import { gather, readText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';

const ID_MAX_LENGTH = 100;

/** Asks who reads it and completes it. */
export const sendToReviewForm: PostMortemForm = {
  ask: (view) => ({
    action: 'send_to_review',
    alert: view.postMortem.leadAlert,
    title: `Review of ${postMortemName(view.postMortem.number)}`,
    intro: 'They, or the lead of the team, complete it; until then everybody can write on.',
    submit: 'Send to review',
    fields: [{ kind: 'person', name: 'reviewer', label: 'Who reads it', required: true }],
  }),
  read: (answers) => {
    const read = gather({ reviewer: readText(answers['reviewer'], ID_MAX_LENGTH, 'Choose who reads it.') });
    return 'faults' in read ? read : { wish: { verb: 'send_to_review', ...read.values } };
  },
};
