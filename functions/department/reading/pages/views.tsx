import { type Face, faces, type PanelView } from "../../../../shared/domain/selection/notes.ts"
import { wordsOf } from "../../../../shared/domain/selection/view.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import { hereAt } from "../here.ts"

/** What each member with lived experience thinks, in their own words. */
export const Views = ({ views }: { views: PanelView[] }) => (
  <SummaryList
    rows={views.map((view) => ({
      key: view.by.name,
      value: (
        <>
          <FaceWords face={view.face} />
          <AnswerWords words={wordsOf(view)} />
        </>
      ),
    }))}
  />
)

/** A face beside the words that say the same. */
export const FaceWords = ({ face }: Pick<PanelView, "face">) => (
  <>
    <svg
      class="face"
      xmlns="http://www.w3.org/2000/svg"
      width="40"
      height="40"
      viewBox="0 0 40 40"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" stroke-width="3" />
      <circle cx="13.5" cy="15" r="2.5" fill="currentColor" />
      <circle cx="26.5" cy="15" r="2.5" fill="currentColor" />
      <path d={mouths[face]} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
    </svg>{" "}
    {faces[face]}
  </>
)

const mouths: Record<Face, string> = {
  good: "M12 24 Q20 34 28 24",
  unsure: "M12 27 L28 27",
  "not good": "M12 30 Q20 20 28 30",
}

export const ViewsPage = ({ c, desk, views }: { c: C; desk: Free; views: PanelView[] }) => (
  <Page
    c={c}
    title={`What members think – ${desk.one.name}`}
    back={{ href: hereAt(desk), text: desk.one.name }}
  >
    <span class="govuk-caption-l">{desk.one.name}</span>
    <h1 class="govuk-heading-l">What members with lived experience think</h1>
    {views.length === 0 ? (
      <p class="govuk-body">Nothing to read yet. Next: members with lived experience say what they think.</p>
    ) : (
      <Views views={views} />
    )}
  </Page>
)
