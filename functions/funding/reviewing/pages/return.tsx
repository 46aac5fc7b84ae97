import { mayWithMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { dayWords, londonDate, momentWords, stampWords } from "../../../../shared/values/london.ts"
import { accountAt, evidenceAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { SentenceOf } from "../../../../shared/web/sentence.tsx"
import { hereAt, type OnReview } from "../desk.ts"
import { certifierOf, clockOf } from "../shown.ts"
import { Acts } from "./acts.tsx"
import { Questions } from "./questions.tsx"
import { SectionSent } from "./section.tsx"

type Props = { c: C; desk: OnReview; tried?: Pick<Tried, "says" | "problems"> }

/** A whole return as it was sent: where it stands, what is asked about it, every answer, and what may be done. */
export const ReturnPage = ({ c, desk, tried }: Props) => {
  const { head, organisation, phase, said } = desk
  const says = tried && (tried.says ?? tried.problems.map((one) => one.says).join(" "))
  return (
    <Page
      c={c}
      title={`${head.title} – ${organisation.shortName}`}
      back={{ href: accountAt(phase, organisation.id), text: organisation.shortName }}
      wide
    >
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
      <Facts c={c} desk={desk} />
      <Versions desk={desk} />
      <Questions c={c} desk={desk} />
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
      {said.sections.map((section) => (
        <SectionSent desk={desk} section={section} />
      ))}
      <Acts c={c} desk={desk} />
    </Page>
  )
}

const Facts = ({ c, desk }: { c: C; desk: OnReview }) => {
  const { head, said, organisation, phase } = desk
  const files = desk.facts.funding?.evidence ?? []
  const late = londonDate(c.var.world.now()) > clockOf(desk).complete
  const { looked, checked, accepted } = head.review ?? {}
  const certified = certifierOf(desk)
  const clock = clockOf(desk)
  const by = (one: { by: { name: string }; at: string }) => `${one.by.name}, ${stampWords(new Date(one.at))}`
  return (
    <SummaryList
      rows={[
        {
          key: "Sent",
          value: `Version ${head.version}, ${momentWords(new Date(said.sentAt))}, by ${said.sentBy}${head.nil ? ": nothing to report" : ""}`,
        },
        ...(certified === undefined
          ? []
          : [{ key: "Certified", value: `By ${certified}, ${roles.certifier.words}` }]),
        {
          key: "Being read",
          value: looked ? `By ${by(looked)}` : "Nobody has opened it yet",
        },
        {
          key: "Complete",
          value:
            checked?.version === head.version
              ? `Said by ${by(checked)}`
              : `Not checked yet: a coordinator ${late ? "was to say" : "says"} so by ${dayWords(clock.complete)}`,
        },
        {
          key: "Accepted",
          value: accepted
            ? `Version ${accepted.version}, by ${by(accepted)}`
            : `Not yet: the site hears by ${dayWords(clock.answer)}`,
        },
        ...(mayWithMoney(c.var.actor, "open evidence")
          ? [
              {
                key: "Files that show what was spent",
                value:
                  files.length === 0
                    ? "None is part of it"
                    : files.map(({ id, name }) => (
                        <span class="beside">
                          <a class="govuk-link" href={evidenceAt(organisation.id, phase, id)}>
                            {name}
                          </a>
                        </span>
                      )),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Every version before the latest, with what it said otherwise. */
const Versions = ({ desk }: { desk: OnReview }) =>
  desk.head.version < 2 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {Array.from({ length: desk.head.version - 1 }, (_, at) => desk.head.version - 1 - at).map((version) => (
        <li>
          <a class="govuk-link" href={`${hereAt(desk)}/compare/${version}`}>
            What is otherwise than in version {version}
          </a>
        </li>
      ))}
    </ul>
  )
