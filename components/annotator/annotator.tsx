"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { AskForReopening } from "@/components/queue/ask-for-reopening";
import { readable, repeatKey } from "@/components/codebook/tag-style";
import { CodebookText } from "@/components/codebook/codebook-text";
import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import type { SaveState } from "@/lib/client/use-outbox";
import { useRemembered } from "@/lib/client/use-remembered";
import type { AssignmentDetail } from "@/lib/contracts/assignments";
import { ArticleSource } from "./article-source";
import { CommandPalette } from "./command-palette";
import { commandFor, digitTagFor, pickedTagFor } from "./commands";
import { partIds } from "./focus-part";
import { LayerHints } from "./layer-hints";
import { NextArticle } from "./next-article";
import { OccurrencesDialog } from "./occurrences-dialog";
import { ReadingFrame } from "./reading-frame";
import { RefusedChanges } from "./refused-changes";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { SidePanel } from "./side-panel";
import { SignInAgain } from "./sign-in-again";
import { SpansPanel } from "./spans-panel";
import { SubmitPanel } from "./submit-panel";
import { TagPicker } from "./tag-picker";
import { TrainingFeedback } from "./training-feedback";
import { useActiveSeconds } from "./use-active-seconds";
import { useKeptPage } from "./use-kept-page";
import { useHandedInElsewhere } from "./use-handing-in";
import { type KeyStroke, useLooseKeys } from "./use-loose-keys";
import { useReadingCaret } from "./use-reading-caret";
import { useReadingPlace } from "./use-reading-place";
import { useHasSelection } from "./use-selection";
import { useWorkspace } from "./use-workspace";
import { WaitingChanges } from "./waiting-changes";
import { WorkspaceToolbar } from "./workspace-toolbar";

/** The screen where an article is read and marked. */
export function Annotator(props: { assignment: AssignmentDetail; viewerId: string }) {
  const { assignment, viewerId } = props;
  const t = useTranslations("annotator.screen");
  const save = useTranslations("annotator.save");
  const workspace = useWorkspace(assignment, viewerId);
  const { layer, frame, picking, isReadOnly, isSubmitted, problem } = workspace;
  const { state } = layer.outbox;
  const { storageFailure } = state;
  const caret = useReadingCaret(frame, layer.context);
  const hasSelection = useHasSelection();
  const owner = { userId: viewerId, assignmentId: assignment.id };
  useReadingPlace(owner, workspace);
  useKeptPage(state.nSaved);
  useHandedInElsewhere(state, isSubmitted);
  const activeSeconds = useActiveSeconds(owner, isReadOnly);
  const [overruledHints, setOverruledHints] = useRemembered(
    owner,
    "overruledHints",
    assignment.overruledHints,
    isReadOnly,
  );

  const { failure } = state;
  const signInFailure = failure === "signed_out" || failure === "other_user" ? failure : null;
  const wasSignInAsked = useRef(false);
  useEffect(() => {
    // The form has gone, and the focus with it.
    const isLost = wasSignInAsked.current && document.activeElement === document.body;
    if (signInFailure === null && isLost) frame.current?.focus({ preventScroll: true });
    wasSignInAsked.current = signInFailure !== null;
  }, [signInFailure, frame]);

  // Who hands an article in is told so, and what comes next, at the top.
  const handedIn = useRef<HTMLDivElement>(null);
  const wasSubmitted = useRef(isSubmitted);
  useEffect(() => {
    if (isSubmitted && !wasSubmitted.current) handedIn.current?.focus();
    wasSubmitted.current = isSubmitted;
  }, [isSubmitted]);

  function handleKey(event: KeyStroke) {
    if (event.defaultPrevented || workspace.dialog !== null) return;
    if (picking) {
      // From the first moment on, even before the picker has taken the focus.
      const isRepeat = event.key === repeatKey && picking.draft !== null;
      const picked = isRepeat ? workspace.lastTagId : pickedTagFor(event, assignment.codebook);
      if (!picked) return;
      event.preventDefault();
      return workspace.choose(picked);
    }
    if (event.key === "Escape" && !frame.current?.contains(event.target as Node)) {
      return frame.current?.focus({ preventScroll: true });
    }
    if (isTyping(event.target)) return;
    const isInText = event.target === frame.current;
    const moved = isInText ? caret.move(event) : null;
    if (moved) {
      event.preventDefault();
      return workspace.sayPlace(moved);
    }
    const digitTag = digitTagFor(event, assignment.codebook);
    if (digitTag && (hasSelection || (isInText && caret.place))) {
      event.preventDefault();
      return workspace.tagAtOnce(digitTag);
    }
    const command = commandFor(event);
    // Elsewhere Enter presses the button that has the focus.
    if (!command?.run || (command.keys === "enter" && !isInText)) return;
    event.preventDefault();
    command.run(workspace);
    if (isInText) caret.draw();
  }

  useLooseKeys(handleKey);

  return (
    <div onKeyDown={handleKey}>
      <WorkspaceToolbar workspace={workspace} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="mx-auto w-full max-w-[68ch] min-w-0">
          {storageFailure && (
            <div className="mb-6">
              <StatusNote tone="danger" title={save(`storage.${storageFailure}`)} />
            </div>
          )}
          {isSubmitted && (
            <div ref={handedIn} tabIndex={-1} className="mb-6 scroll-mt-24 outline-none">
              <StatusNote tone="success" title={t("submitted")}>
                <p>{t("submittedNote")}</p>
                {assignment.hasTrainingFeedback && (
                  <TrainingFeedback assignmentId={assignment.id} />
                )}
                <div className="mt-3 flex flex-wrap items-center gap-3">
                  <NextArticle after={assignment.id} />
                  <AskForReopening
                    assignmentId={assignment.id}
                    articleTitle={assignment.article.title}
                    request={assignment.reopenRequest}
                  />
                </div>
              </StatusNote>
            </div>
          )}
          {!isSubmitted && assignment.returnNote && (
            <div className="mb-6">
              <StatusNote tone="info" title={t("returned")}>
                <p className="break-words">{assignment.returnNote}</p>
              </StatusNote>
            </div>
          )}
          {signInFailure && <SignInAgain failure={signInFailure} onSignedIn={layer.outbox.wake} />}
          {state.failure === "no_access" && (
            <WaitingChanges userId={viewerId} assignmentId={assignment.id} />
          )}
          <RefusedChanges
            refused={state.refused}
            onMakeAgain={(change) => workspace.perform(change, "changed")}
            onDismiss={(ids) => void layer.outbox.dismiss(ids)}
          />
          <ArticleSource {...assignment.article} />
          <div className="pb-12 lg:pb-0">
            <ReadingFrame workspace={workspace} caret={caret} />
            {workspace.selected && !hasSelection && !picking && (
              // Where the panel is below all: as long as the text is in view, one press leads there.
              <div className="sticky bottom-4 z-30 flex h-0 justify-center lg:hidden">
                <Button
                  className="max-w-[90vw] shrink-0 -translate-y-full shadow-lg"
                  onClick={() => workspace.goTo("editor")}
                >
                  {t("describe", { tag: readable(workspace.selected.tagId) })}
                </Button>
              </div>
            )}
          </div>
          {hasSelection && !picking && !isReadOnly && (
            <Button
              variant="primary"
              className="fixed bottom-4 left-1/2 z-30 -translate-x-1/2 shadow-lg"
              onClick={workspace.startTagging}
            >
              {t("tagSelection")}
            </Button>
          )}
          <LayerHints
            workspace={workspace}
            overruled={overruledHints}
            onOverrule={setOverruledHints}
          />
          <SubmitPanel
            key={assignment.status}
            assignment={assignment}
            nSpans={layer.spans.length}
            saving={savingOf(state)}
            isReadOnly={isSubmitted}
            {...{ viewerId, overruledHints, activeSeconds }}
          />
        </div>
        <SidePanel
          panel={workspace.panel}
          onChange={workspace.setPanel}
          nSpans={layer.spans.length}
          spans={<SpansPanel workspace={workspace} />}
          codebook={
            <div id={partIds.codebook} tabIndex={-1} className="p-4 outline-none">
              <CodebookText codebook={assignment.codebook} />
            </div>
          }
        />
      </div>
      <TagPicker
        codebook={assignment.codebook}
        quote={picking?.draft?.quote ?? workspace.selected?.quote ?? ""}
        anchor={picking?.anchor ?? null}
        isOpen={picking !== null}
        problem={problem}
        lastTagId={picking?.draft ? workspace.lastTagId : null}
        onChoose={workspace.choose}
        onClose={workspace.stopPicking}
        onLeave={workspace.leavePicking}
      />
      <ShortcutsDialog
        isOpen={workspace.dialog === "keys"}
        onClose={() => workspace.openDialog(null)}
      />
      <CommandPalette workspace={workspace} />
      <OccurrencesDialog workspace={workspace} />
      {/* Said aloud as well while the picker closes, which hides all else from who listens. */}
      <p role="status" aria-live="polite" aria-label={t("lastChange")} className="sr-only">
        {workspace.said}
      </p>
    </div>
  );
}

function savingOf({ isRead, nWaiting, failure, storageFailure }: SaveState) {
  if (failure !== null || storageFailure !== null) return "stuck";
  return isRead && nWaiting === 0 ? "saved" : "saving";
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
