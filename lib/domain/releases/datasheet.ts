import type { Codebook } from "../codebook/codebook";
import { pseudonymSentence } from "./pseudonym-sentence";
import { describeTally, type ReleaseFacts, type ReleaseIdentity, totalOf } from "./release-facts";
import { ofGroup } from "./small-groups";

const open = (question: string) => `> **OPEN, for the project to answer:** ${question}`;

/** `datasheet.md`: facts from the database; what is a judgement stands out as open. */
export function datasheetFile(
  { number, createdAt, softwareVersion, hasTexts, hasNotes }: ReleaseIdentity,
  facts: ReleaseFacts,
  codebooks: readonly { number: number; definition: Codebook }[],
  agreement: readonly string[],
): string {
  const { articles, work, layers } = facts;
  const latest = codebooks.at(-1)?.definition;
  const families = (latest?.families ?? []).map(
    ({ id, question, tags }) => `* ${id} (${question}): ${tags.map((tag) => tag.id).join(", ")}`,
  );
  return `# Datasheet: ${facts.projectName}, release ${number}

Facts were filled in from the database on ${createdAt.slice(0, 10)}.

## Motivation

${open("For what purpose was the data made, by whom, and who paid for it?")}

## Composition

* Articles: ${articles.n}, of ${articles.outlets} ${articles.outlets === 1 ? "outlet" : "outlets"}, published ${articles.from ?? "(unknown)"} to ${articles.to ?? "(unknown)"}.
* Length of a body: ${articles.shortest ?? 0} to ${articles.longest ?? 0} code points.
* Articles by language: ${describeTally(facts.languages)}.
* Layers (one annotator's work on one article) by status: ${describeTally(layers)}. Only submitted ones are in the package.
* Spans of submitted layers: ${totalOf(facts.families)} (${describeTally(facts.families)}).
* Submitted with nothing found: ${work.empty}.
* Adjudicated spans by outcome: ${describeTally(facts.gold)}.
* Texts: ${hasTexts ? "included" : "not included; URLs and hashes are"}.

${open("How were the articles chosen? What do they stand for, and what is missing?")}

${open("Does anything in them offend, or concern people who didn't choose to be in the news?")}

## Collection

* Articles came from files. What stands in tables, JSON and plain text was taken over as it is, but for its
  encoding, a leading byte order mark and line breaks; in the article form one empty line divides
  paragraphs; of HTML pages the readable text was extracted. What shouldn't be there may have come along.
* Later versions of an article, with a text or title that people corrected: ${articles.corrected}; \`version\` in \`articles.csv\` tells which.

${open("Where and when were they obtained, under which terms?")}

## Annotation

* Annotators with submitted layers: ${work.annotators}, with ${facts.annotatorsPerArticle} per article as the goal.
${readingLines(facts).join("\n")}
* Reviewers decided where layers differed.
* Codebook versions: ${codebooks.map((one) => one.number).join(", ")}. Families and tags of the latest:

${families.join("\n")}

Agreement:

${agreement.map((sentence) => `* ${sentence}`).join("\n")}

${open("Who were the annotators and reviewers, how were they trained, and what were they paid?")}

${open("Was there a pilot, and what changed in the guidelines because of it?")}

## Preparation

* Spans are trimmed of white space and never split a grapheme cluster; Slantwise ${softwareVersion} checked every quote against its text.
* ${pseudonymSentence}
* Annotators' notes are ${hasNotes ? "included" : "left out"}.

## Uses

${open("What is the data good for, what should nobody use it for, and what has it been used for?")}

## Distribution

${open("Under which licence is it published, also with regard to the articles' copyright?")}

## Maintenance

* Releases are numbered and never change; \`CHANGES.md\` says what differs from the last.

${open("Who maintains it, and where can errors be reported?")}
`;
}

/** How layers came about, as far as it is known: of what came from files, it isn't. */
function readingLines({ work, layers }: ReleaseFacts): string[] {
  const { imported, readers } = work;
  const nSubmitted = layers.submitted ?? 0;
  const fromFiles =
    imported === 0
      ? ["* Submitted layers that were brought in from files: 0."]
      : [
          `* Submitted layers that were brought in from files, whole or in part: ${imported} of ${nSubmitted}. Whether their annotators saw the outlet or one another's work, when they worked and for how long isn't known here; times of these layers are those of the import.`,
          open(
            "Who made the layers that came from files, when, and what could they see meanwhile?",
          ),
        ];
  if (imported > 0 && imported >= nSubmitted) return fromFiles;
  const hours = ofGroup(readers, `${(work.activeSeconds / 3600).toFixed(1)} hours`);
  const which = imported > 0 ? "the other layers" : "layers";
  return [
    ...fromFiles,
    `* Work on ${which} was given out from ${work.from ?? "(not yet)"} and last handed in on ${work.to ?? "(not yet)"}.`,
    `* Active time in ${which}, as their annotators' browsers measured it: ${hours}.`,
    `* Of ${which}, those whose annotator could not see outlet, address and date before handing in: ${work.outletHidden}; who could: ${work.outletShown}.`,
    `* In that role, annotators of ${which} were shown nobody else's layer on an article before they had handed in their own.`,
  ];
}
