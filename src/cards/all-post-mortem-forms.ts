/** Every form of post-mortem-forms/, by the action that asks it. */
import type { PostMortemFormActionId } from './actions.js';
import { addItemForm } from './post-mortem-forms/add-item.js';
import { changeItemForm } from './post-mortem-forms/change-item.js';
import { finishItemForm } from './post-mortem-forms/finish-item.js';
import type { PostMortemForm } from './post-mortem-forms/post-mortem-form.js';
import { reopenPostMortemForm } from './post-mortem-forms/reopen-post-mortem.js';
import { rewriteSectionForm } from './post-mortem-forms/rewrite-section.js';
import { sendToReviewForm } from './post-mortem-forms/send-to-review.js';
import { unlinkAlertForm } from './post-mortem-forms/unlink-alert.js';
import { writeSectionForm } from './post-mortem-forms/write-section.js';

export const ALL_POST_MORTEM_FORMS: Readonly<Record<PostMortemFormActionId, PostMortemForm>> = {
  write_section: writeSectionForm,
  rewrite_section: rewriteSectionForm,
  add_item: addItemForm,
  finish_item: finishItemForm,
  change_item: changeItemForm,
  send_to_review: sendToReviewForm,
  reopen_post_mortem: reopenPostMortemForm,
  unlink_alert: unlinkAlertForm,
};
