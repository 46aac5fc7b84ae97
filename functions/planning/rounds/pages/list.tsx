import type { DraftRound } from "../../../../shared/domain/calendar/draft-round.ts"
import type { ListedRound } from "../../../../shared/domain/calendar/round.ts"
import { mayInProgramme } from "../../../../shared/domain/people/policy.ts"
import { dayMomentWords, dayWords } from "../../../../shared/values/london.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt, roundsAt } from "../addresses.ts"
import { type C, stageOf } from "../desk.ts"
import { stageWords } from "../words.ts"

type Props = { c: C; drafts: DraftRound[]; published: ListedRound[] }

/** Every round: what is being prepared, what is open or will be, what has closed. Never empty. */
export const RoundsPage = ({ c, drafts, published }: Props) => {
  const now = c.var.world.now()
  const byDate = published.toSorted((a, b) => b.closes.localeCompare(a.closes))
  const current = byDate.filter((one) => stageOf(one, now) !== "closed").toReversed()
  const closed = byDate.filter((one) => stageOf(one, now) === "closed")
  return (
    <Page c={c} title="Rounds" back={{ href: "/programme", text: "The programme" }}>
      <h1 class="govuk-heading-l">Rounds of expressions of interest</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(drafts, current)}
      </p>
      {mayInProgramme(c.var.actor, "plan") && <Button href={`${roundsAt}/new`}>Prepare a new round</Button>}
      {drafts.length > 0 && (
        <Table
          caption="Being prepared: only the programme can see these"
          captionSize="m"
          firstCellIsHeader
          head={[{ text: "Round" }, { text: "Opens" }, { text: "Closes" }]}
          rows={drafts.map((one) => [
            { content: <RoundLink one={one} /> },
            { content: one.opens ? dayMomentWords(new Date(one.opens)) : "Not decided yet" },
            { content: one.closes ? dayMomentWords(new Date(one.closes)) : "Not decided yet" },
          ])}
        />
      )}
      {current.length > 0 && <Published caption="Published" rounds={current} now={now} />}
      {closed.length > 0 && <Published caption="Closed" rounds={closed} now={now} />}
    </Page>
  )
}

const RoundLink = ({ one: { id, title } }: { one: { id: string; title: string } }) => (
  <a class="govuk-link" href={roundAt(id)}>
    {title}
  </a>
)

const Published = ({ caption, rounds, now }: { caption: string; rounds: ListedRound[]; now: Date }) => (
  <Table
    caption={caption}
    captionSize="m"
    firstCellIsHeader
    head={[{ text: "Round" }, { text: "Where it stands" }, { text: "Decisions by" }]}
    rows={rounds.map((one) => [
      { content: <RoundLink one={one} /> },
      { content: stageWords(one, stageOf(one, now)) },
      { content: dayWords(one.decisionsBy) },
    ])}
  />
)

const firstLine = (drafts: DraftRound[], current: ListedRound[]) => {
  const one = drafts.length === 1 ? "1 round is being prepared" : `${drafts.length} rounds are being prepared`
  const [next] = current
  if (!next)
    return `No round is open or about to open. ${drafts.length > 0 ? `${one}.` : "When one is prepared, it is listed here."}`
  return `${next.title} closes at ${dayMomentWords(new Date(next.closes))}.${drafts.length > 0 ? ` ${one}.` : ""}`
}
