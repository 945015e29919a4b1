import accounts from "./en/accounts.json";
import agreement from "./en/agreement.json";
import annotator from "./en/annotator.json";
import apiDocs from "./en/apiDocs.json";
import articles from "./en/articles.json";
import assignments from "./en/assignments.json";
import audit from "./en/audit.json";
import codebook from "./en/codebook.json";
import exports from "./en/exports.json";
import feedback from "./en/feedback.json";
import layout from "./en/layout.json";
import members from "./en/members.json";
import pages from "./en/pages.json";
import projects from "./en/projects.json";
import queue from "./en/queue.json";
import releases from "./en/releases.json";
import review from "./en/review.json";
import tokens from "./en/tokens.json";
import ui from "./en/ui.json";

/** What people read, by the part of the product. */
export const en = {
  accounts,
  agreement,
  annotator,
  apiDocs,
  articles,
  assignments,
  audit,
  codebook,
  exports,
  feedback,
  layout,
  members,
  pages,
  projects,
  queue,
  releases,
  review,
  tokens,
  ui,
};

export type Messages = typeof en;
