import { Pagination } from "../../../../shared/web/govuk/pagination.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import { besideHere, doingHere } from "../doing.ts"
import type { SentHere } from "../sent.ts"
import { SectionAnswers } from "./answers.tsx"
import { Facts } from "./facts.tsx"
import { FlagList } from "./flags.tsx"

/** Everything that was sent, on one page: to read and to print. */
export const ExpressionPage = ({ c, desk, said }: { c: C; desk: Free; said: SentHere }) => {
  const { one, round } = desk
  const { previous, next } = besideHere(desk)
  return (
    <Page
      c={c}
      title={`${one.name} – ${round.title}`}
      back={{ href: roundAt(round.id), text: "All expressions of interest" }}
      wide
    >
      <span class="govuk-caption-l">{said.title}</span>
      <h1 class="govuk-heading-l">{one.name}</h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Facts one={one} />
          {one.flags.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Flags</h2>
              <FlagList c={c} desk={desk} />
            </>
          )}
        </div>
        <div class="govuk-grid-column-one-third no-print">
          <h2 class="govuk-heading-s">What you can do</h2>
          <Links links={doingHere(c, desk)} />
          <nav aria-labelledby="contents">
            <h2 class="govuk-heading-s" id="contents">
              What was sent
            </h2>
            <Links links={said.sections.map(({ id, title }) => ({ href: `#${id}`, text: title }))} />
          </nav>
        </div>
      </div>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {said.sections.map((section) => (
            <>
              <h2 class="govuk-heading-m" id={section.id}>
                {section.title}
              </h2>
              <SectionAnswers section={section} level={3} />
            </>
          ))}
          {(previous || next) && (
            <div class="no-print">
              <Pagination
                previous={previous && { href: previous.href, labelText: previous.text }}
                next={next && { href: next.href, labelText: next.text }}
              />
            </div>
          )}
        </div>
      </div>
    </Page>
  )
}

const Links = ({ links }: { links: { href: string; text: string }[] }) => (
  <ul class="govuk-list">
    {links.map(({ href, text }) => (
      <li>
        <a class="govuk-link" href={href}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)
