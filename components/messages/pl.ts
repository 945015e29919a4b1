import accounts from "./pl/accounts.json";
import agreement from "./pl/agreement.json";
import annotator from "./pl/annotator.json";
import apiDocs from "./pl/apiDocs.json";
import articles from "./pl/articles.json";
import assignments from "./pl/assignments.json";
import audit from "./pl/audit.json";
import codebook from "./pl/codebook.json";
import exports from "./pl/exports.json";
import feedback from "./pl/feedback.json";
import files from "./pl/files.json";
import layout from "./pl/layout.json";
import members from "./pl/members.json";
import pages from "./pl/pages.json";
import projects from "./pl/projects.json";
import queue from "./pl/queue.json";
import refusals from "./pl/refusals.json";
import releases from "./pl/releases.json";
import review from "./pl/review.json";
import tokens from "./pl/tokens.json";
import ui from "./pl/ui.json";
import type { TranslatedMessages } from "./refusal-words";

export const pl: TranslatedMessages = {
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
  files,
  layout,
  members,
  pages,
  projects,
  queue,
  // What is wrong with a change is said where it is made, too.
  refusals: { ...annotator.problems, ...refusals },
  releases,
  review,
  tokens,
  ui,
};
