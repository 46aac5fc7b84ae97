import { answerGroups } from "../../../../shared/domain/evaluation/answers/groups.ts"
import {
  answerQuestions,
  askedBy,
  asksWhoHelped,
} from "../../../../shared/domain/evaluation/answers/questions.ts"
import type { QuestionTotal } from "../../../../shared/domain/evaluation/answers/totals.ts"
import { codeOf, isOpen } from "../../../../shared/domain/evaluation/answers/wave.ts"
import { points } from "../../../../shared/kinds/measures/measure.ts"
import { dateWords, dayWords, londonDate, stampWords } from "../../../../shared/values/london.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../here.ts"
import { meanWords, questionOf } from "../csv.ts"
import { answersAt, type OneWave, waveAt } from "../desk.ts"

/** One link: how to hand it on, and what came of it. */
export const WavePage = ({ c, desk: { one, link, given, totals } }: { c: C; desk: OneWave }) => {
  const open = isOpen(one, londonDate(c.var.world.now()))
  const at = waveAt(one.phase, one.wave)
  return (
    <Page
      c={c}
      title={`${codeOf(one)} – Direct answers`}
      back={{ href: answersAt(one.phase), text: "Direct answers" }}
      wide
    >
      <span class="govuk-caption-l">
        {one.name}, {answerGroups[one.group].toLowerCase()}
      </span>
      <h1 class="govuk-heading-l">
        {one.title}: {codeOf(one)}
      </h1>
      <p class="govuk-body">
        {open ? (
          <>
            <strong>Open</strong> until the end of {dayWords(one.until)}.
          </>
        ) : (
          <>
            <strong>Closed</strong>
            {one.closed
              ? ` by ${one.closed.by.name}, ${stampWords(new Date(one.closed.at))}.`
              : ` since the end of ${dateWords(one.until)}.`}{" "}
            A form that comes on paper can still be typed in.
          </>
        )}
      </p>
      <SummaryList
        rows={[
          { key: "Link", value: open ? <span class="reference">{link}</span> : "It takes nothing more." },
          { key: "For", value: points[one.point] },
          { key: "Opened", value: `${one.begun.by.name}, ${stampWords(new Date(one.begun.at))}` },
        ]}
      />
      <p class="govuk-body">
        The site sees that this is open, until when, and the link, so that it can hand it on. It never sees
        how many answered.
      </p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`${at}/slips`}>
            The form to print
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${at}/paper`}>
            Type in a form that came on paper
          </a>
        </li>
        {open && (
          <li>
            <a class="govuk-link" href={`${at}/close`}>
              Close it
            </a>
          </li>
        )}
      </ul>
      <h2 class="govuk-heading-m">What came of it</h2>
      {given.length === 0 ? (
        <p class="govuk-body">Nobody has answered yet.</p>
      ) : (
        <>
          <InsetText>True counts, for you alone. {howMany(given.length)} in all.</InsetText>
          <Counts totals={totals} />
          {asksWhoHelped(one.group) && <Helped given={given} />}
          <Words desk={{ one, given }} />
        </>
      )}
    </Page>
  )
}

const howMany = (count: number) => (count === 1 ? "1 answer" : `${count} answers`)

/** Questions with the same few answers stand in one table; one with many answers has its own. */
const Counts = ({ totals }: Pick<OneWave, "totals">) => (
  <>
    {[...Map.groupBy(totals, ({ question }) => answersOf(question).join("|")).values()].map((alike) =>
      answersOf(alike[0]?.question ?? "").length > mostColumns ? (
        alike.map((total) => <OneByOne total={total} />)
      ) : (
        <SideBySide totals={alike} />
      ),
    )}
  </>
)

const mostColumns = 6
const answersOf = (question: string) => Object.values(questionOf(question)?.options ?? {})
const asksOf = (question: string) => questionOf(question)?.asks ?? question
const answeredWords = (total: QuestionTotal) => {
  const mean = meanWords(total)
  return `${total.n} of ${total.asked}${mean ? `, on average ${mean}` : ""}`
}

const SideBySide = ({ totals }: Pick<OneWave, "totals">) => (
  <Table
    caption="How many said what"
    captionSize="s"
    firstCellIsHeader
    stacks
    head={[
      { text: "Question" },
      ...answersOf(totals[0]?.question ?? "").map((text) => ({ text, numeric: true })),
      { text: "Answered" },
    ]}
    rows={totals.map((total) => [
      { content: asksOf(total.question) },
      ...Object.values(total.counts).map((count) => ({ content: String(count), numeric: true })),
      { content: answeredWords(total) },
    ])}
  />
)

const OneByOne = ({ total }: { total: QuestionTotal }) => (
  <>
    <Table
      caption={asksOf(total.question)}
      captionSize="s"
      firstCellIsHeader
      head={[{ text: "Answer" }, { text: "How many", numeric: true }]}
      rows={Object.entries(total.counts).map(([option, count]) => [
        { content: questionOf(total.question)?.options[option] ?? option },
        { content: String(count), numeric: true },
      ])}
    />
    <p class="govuk-body-s">Answered: {answeredWords(total)}.</p>
  </>
)

/** Who helped, and how many of those were independent of the council. */
const Helped = ({ given }: Pick<OneWave, "given">) => {
  const of = (key: string) => given.filter((answer) => answer.askedBy === key).length
  const independent = given.filter((answer) => answer.askedBy && askedBy[answer.askedBy].independent).length
  return (
    <>
      <Table
        caption="Who helped"
        captionSize="s"
        firstCellIsHeader
        head={[{ text: "Answer" }, { text: "How many", numeric: true }]}
        rows={Object.entries(askedBy).map(([key, { words }]) => [
          { content: words },
          { content: String(of(key)), numeric: true },
        ])}
      />
      <p class="govuk-body-s">
        {independent} of {given.length} were filled in alone or with somebody independent of the council.
      </p>
    </>
  )
}

/** What people said in words, by question, in an order that says nothing. */
const Words = ({ desk: { one, given } }: { desk: Pick<OneWave, "one" | "given"> }) => (
  <>
    {answerQuestions[one.group].map(({ id, says }) => {
      const words = given.flatMap(({ words: all }) => all[id] ?? [])
      return (
        says &&
        words.length > 0 && (
          <>
            <h3 class="govuk-heading-s">{says}</h3>
            <ul class="govuk-list govuk-list--bullet">
              {words.map((text) => (
                <li class="answer">{text}</li>
              ))}
            </ul>
          </>
        )
      )
    })}
  </>
)
