import type { Child } from "hono/jsx"
import type { Sent } from "../../domain/submissions/sent.ts"
import { dayWords, momentWords, stampWords } from "../../values/london.ts"
import { InsetText } from "../govuk/inset-text.tsx"
import { SummaryList } from "../govuk/summary-list.tsx"
import { WarningText } from "../govuk/warning-text.tsx"
import { Page } from "../layout.tsx"
import type { Tried } from "../programme/form.tsx"
import { SentenceOf } from "../sentence.tsx"
import type { OnReview, Reader } from "./desk.ts"
import { Questions } from "./questions.tsx"
import { clockOf } from "./shown.ts"

export type Fact = { key: string; value: Child }

type Props = {
  c: Reader
  desk: OnReview
  /** Where a return of the site is read. */
  at: (reference: string) => string
  back: { href: string; text: string }
  tried?: Pick<Tried, "says" | "problems">
  facts: Fact[]
  section: (one: Sent["sections"][number]) => Child
  acts: Child
}

/** A whole return as it was sent: where it stands, what is asked about it, every answer, and what may be done. */
export const ReturnPage = ({ c, desk, at, back, tried, facts, section, acts }: Props) => {
  const { head, organisation, said } = desk
  const says = tried && (tried.says ?? tried.problems.map((one) => one.says).join(" "))
  return (
    <Page c={c} title={`${head.title} – ${organisation.shortName}`} back={back} wide>
      {says && <WarningText>{says}</WarningText>}
      <span class="govuk-caption-l">
        {organisation.name}, reference <span class="unbroken">{head.reference}</span>
      </span>
      <h1 class="govuk-heading-l">{head.title}</h1>
      <SentenceOf sentence={desk.sentence} />
      {head.back && head.state !== "sent" && (
        <InsetText>
          {head.back.by.name} asked for changes to{" "}
          {head.back.sections.map(({ title }) => title).join(" and ")}: “{head.back.note}” What is below is
          version {head.version}, as it was sent.
        </InsetText>
      )}
      <SummaryList rows={facts} />
      <Versions desk={desk} at={at(head.reference)} />
      <Questions c={c} desk={desk} at={at} />
      <nav aria-label="Sections of this return">
        <ul class="govuk-list">
          {said.sections.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href="#next">
              What happens next
            </a>
          </li>
        </ul>
      </nav>
      {said.sections.map(section)}
      {acts}
    </Page>
  )
}

export const saidBy = (one: { by: { name: string }; at: string }) =>
  `${one.by.name}, ${stampWords(new Date(one.at))}`

/** When it was sent and by whom, and who reads it. */
export const sentFact = ({ head, said }: OnReview): Fact => ({
  key: "Sent",
  value: `Version ${head.version}, ${momentWords(new Date(said.sentAt))}, by ${said.sentBy}${head.nil ? ": nothing to report" : ""}`,
})

export const readFact = ({ head: { review } }: OnReview): Fact => ({
  key: "Being read",
  value: review?.looked ? `By ${saidBy(review.looked)}` : "Nobody has opened it yet",
})

export const acceptedFact = (desk: OnReview): Fact => {
  const accepted = desk.head.review?.accepted
  return {
    key: "Accepted",
    value: accepted
      ? `Version ${accepted.version}, by ${saidBy(accepted)}`
      : `Not yet: the site hears by ${dayWords(clockOf(desk).answer)}`,
  }
}

/** Every version before the latest, with what it said otherwise. */
const Versions = ({ desk, at }: { desk: OnReview; at: string }) =>
  desk.head.version < 2 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {Array.from({ length: desk.head.version - 1 }, (_, at) => desk.head.version - 1 - at).map((version) => (
        <li>
          <a class="govuk-link" href={`${at}/compare/${version}`}>
            What is otherwise than in version {version}
          </a>
        </li>
      ))}
    </ul>
  )
