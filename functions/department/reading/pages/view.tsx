import { type Face, faces, type PanelView } from "../../../../shared/domain/selection/notes.ts"
import { easyRead, linesOf, type PlainWords } from "../../../../shared/domain/selection/plain.ts"
import { writeAsRead } from "../../../../shared/domain/selection/scoring.ts"
import { viewForm, whys } from "../../../../shared/domain/selection/view.ts"
import type { Entries, Problem } from "../../../../shared/form/question.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { says } from "../../../../shared/web/form/field.tsx"
import { fieldFor } from "../../../../shared/web/form/saving.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { CharacterCount } from "../../../../shared/web/govuk/character-count.tsx"
import { Radios } from "../../../../shared/web/govuk/radios.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { hereAt } from "../here.ts"
import { markOf } from "../mark.ts"
import { toldOf } from "../moves.ts"
import { FaceWords } from "./views.tsx"
import { WhatIsWrong } from "./wrong.tsx"

type Props = { c: C; desk: Free; plain?: PlainWords; view?: PanelView; tried?: Tried }

/** One idea a line, in large text, with space for a picture: to read on a screen, aloud or on paper. */
export const ViewPage = ({ c, desk, plain, view, tried }: Props) => {
  const { one, round } = desk
  const problems = tried?.problems ?? []
  const errors = problems.map((each) => ({ text: each.says, href: `#${fieldFor(viewForm, each)}` }))
  return (
    <Page
      c={c}
      title={one.name}
      back={{ href: roundAt(round.id), text: "All of them" }}
      wrong={errors.length > 0}
    >
      <WhatIsWrong errors={errors} says={tried?.says} />
      <h1 class="govuk-heading-xl">{one.name}</h1>
      <div class="picture">Space for a picture</div>
      <Lines lines={easyRead(one)} />
      <h2 class="govuk-heading-l">In plain words</h2>
      {plain ? (
        <>
          <Lines lines={linesOf(plain.text)} />
          <p class="govuk-body">
            {plain.by.name} wrote this on {dateWords(londonDate(new Date(plain.at)))}.
          </p>
        </>
      ) : (
        <Lines lines={["Nobody has written this yet.", "The selection panel is going to write it."]} />
      )}
      <h2 class="govuk-heading-l">{viewForm.title}</h2>
      {view && (
        <>
          <p class="govuk-body-l">You said:</p>
          <p class="govuk-body-l">
            <FaceWords face={view.face} />
          </p>
          {view.words && <p class="govuk-body-l answer">{view.words}</p>}
          <p class="govuk-body-l">You can change it until the selection panel has decided.</p>
        </>
      )}
      <ViewForm c={c} desk={desk} view={view} tried={tried} problems={problems} />
    </Page>
  )
}

const Lines = ({ lines }: { lines: string[] }) => (
  <>
    {lines.map((line) => (
      <p class="govuk-body-l">{line}</p>
    ))}
  </>
)

type FormProps = Omit<Props, "plain"> & { problems: Problem[] }

const ViewForm = ({ c, desk, view, tried, problems }: FormProps) => {
  const stored: Entries = view ? { face: view.face, why: view.words ? "say" : "no", words: view.words } : {}
  const entries = tried?.entries ?? stored
  const now = markOf(toldOf(view))
  const seen = tried && tried.refusal !== "changed by someone else" ? (tried.entries.seen ?? now) : now
  const { face, why, words } = viewForm.asks
  return (
    <form method="post" action={`${hereAt(desk)}/view`} novalidate>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <input type="hidden" name="seen" value={seen} />
      <Radios
        idPrefix="face"
        name="face"
        fieldset={{ legend: { text: face?.label, size: "m" } }}
        errorMessage={says("face", problems)}
        value={entries.face}
        items={(Object.keys(faces) as Face[]).map((value) => ({ value, text: <FaceWords face={value} /> }))}
      />
      <Radios
        idPrefix="why"
        name="why"
        fieldset={{ legend: { text: why?.label, size: "m" } }}
        errorMessage={says("why", problems)}
        value={entries.why}
        items={[
          {
            value: "say",
            text: whys.say,
            conditional: (
              <CharacterCount
                id="words"
                name="words"
                label={{ text: words?.label }}
                hint={writeAsRead}
                errorMessage={says("words", problems)}
                value={entries.words ?? ""}
                rows={6}
                maxWords={words?.shape.words}
              />
            ),
          },
          { value: "no", text: whys.no },
        ]}
      />
      <p class="govuk-body">
        Your name stands beside what you say. The people who score read it when they have finished scoring.
        The person who decides reads it, and says how it was used.
      </p>
      <Button preventDoubleClick>{view ? "Change what I said" : "This is what I think"}</Button>
    </form>
  )
}
