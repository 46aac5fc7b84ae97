import { againForm, differs, scoreSays, toSend } from "../../../../shared/domain/selection/scoring.ts"
import type { SentSheet } from "../../../../shared/domain/selection/sheet.ts"
import { momentWords } from "../../../../shared/values/london.ts"
import { SectionQuestions } from "../../../../shared/web/form/section-form.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { hereAt, owedIn, type Scoring } from "../here.ts"
import type { Sheets } from "../sheets.ts"
import { ComparedSheets, SheetWords } from "./compared.tsx"
import { WhatIsWrong } from "./wrong.tsx"

type Props = { c: C; desk: Free; scoring?: Scoring; sheets?: Sheets; tried?: Tried }

/** Somebody's own sheet, and what the others sent where this person may see it. */
export const ScorePage = ({ c, desk, scoring, sheets, tried }: Props) => {
  const { one } = desk
  const here = hereAt(desk)
  const problems = tried?.problems ?? []
  const errors = problems.map(({ question, part, says }) => ({
    text: says,
    href: question === "why" ? "#why" : `${here}/score/${question}${part ? `#${part}` : ""}`,
  }))
  const title = scoring ? "Your scores" : "Scores"
  return (
    <Page
      c={c}
      title={`${title} – ${one.name}`}
      back={{ href: here, text: one.name }}
      wrong={errors.length > 0}
      wide
    >
      <WhatIsWrong errors={errors} says={tried?.says} />
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {scoring && <Own c={c} desk={desk} scoring={scoring} tried={tried} />}
      {sheets && <ComparedSheets sheets={sheets} />}
    </Page>
  )
}

type OwnProps = { c: C; desk: Free; scoring: Scoring; tried?: Tried }

const Own = ({ c, desk, scoring, tried }: OwnProps) => {
  const { one, whole } = desk
  const { own, sent, closed } = scoring
  const last = sent.at(-1)
  const changed = last !== undefined && differs(whole.criteria, own.scores, last.scores)
  const missing = toSend(whole.criteria, own.scores)
  return (
    <>
      <p class="govuk-body-l">{standsWords(scoring, { changed, missing: missing.length })}</p>
      {closed && <p class="govuk-body">{closed}</p>}
      {one.own?.sent && !one.compared && <StillOwed owed={owedIn(desk)} />}
      <SummaryList
        rows={whole.criteria.map(({ id, criterion, weight }) => {
          const { score, because } = own.scores[id] ?? {}
          return {
            key: (
              <>
                {criterion}
                <span class="beside">{weight} of 100</span>
              </>
            ),
            value: (
              <>
                {score === undefined ? "Not scored yet" : scoreSays(score)}
                {because && <div class="answer">{because}</div>}
              </>
            ),
            ...(!closed && {
              actions: [
                {
                  href: `${hereAt(desk)}/score/${id}`,
                  text: score === undefined ? "Score" : "Change",
                  hidden: criterion,
                },
              ],
            }),
          }
        })}
      />
      {!closed && (!last || changed) && (
        <Send c={c} desk={desk} missing={missing} again={changed} tried={tried} />
      )}
      {!one.compared && <Before sent={sent} desk={desk} />}
    </>
  )
}

type Stands = { changed: boolean; missing: number }

const standsWords = ({ own, sent }: Scoring, { changed, missing }: Stands) => {
  const last = sent.at(-1)
  if (last && changed) return "You changed your scores after you sent them. The change is not sent yet."
  if (last) return `Sent at ${momentWords(new Date(last.at))}, version ${last.version}.`
  if (missing === 0) return "Not sent yet. Everything is there."
  if (Object.keys(own.scores).length === 0) return "Not scored yet."
  return `Not sent yet. ${missing === 1 ? "1 thing is" : `${missing} things are`} still missing.`
}

const StillOwed = ({ owed }: { owed: number }) =>
  owed === 0 ? null : (
    <p class="govuk-body">You see what the others scored once you have sent all of your own: {owed} to go.</p>
  )

type SendProps = {
  c: C
  desk: Free
  missing: { question: string; part?: string; says: string }[]
  again: boolean
  tried?: Tried
}

const Send = ({ c, desk, missing, again, tried }: SendProps) => (
  <>
    {missing.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Still missing</h2>
        <ul class="govuk-list govuk-list--bullet">
          {missing.map(({ question, part, says }) => (
            <li>
              <a class="govuk-link" href={`${hereAt(desk)}/score/${question}#${part ?? "score"}`}>
                {says}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
    <form method="post" action={`${hereAt(desk)}/score/send`} novalidate>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      {again && (
        <SectionQuestions
          section={againForm}
          entries={tried?.entries ?? {}}
          problems={(tried?.problems ?? []).filter(({ question }) => question === "why")}
        />
      )}
      <Button preventDoubleClick>{again ? "Send your scores again" : "Send your scores"}</Button>
    </form>
  </>
)

/** What this reader sent before: it stays. */
const Before = ({ sent, desk }: { sent: SentSheet[]; desk: Free }) => (
  <>
    {sent
      .slice(0, -1)
      .toReversed()
      .map((sheet) => (
        <Details summary={`Version ${sheet.version}, sent at ${momentWords(new Date(sheet.at))}`}>
          <SheetWords sheet={sheet} criteria={desk.whole.criteria} />
        </Details>
      ))}
  </>
)
