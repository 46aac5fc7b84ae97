import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import {
  decidedAt,
  goodNewsAt,
  learnedAt,
  patternsAt,
  peopleAt,
  sessionsAt,
  shareAt,
  waitingAt,
  yoursAt,
} from "../../addresses.ts"
import { type C, mayHere } from "../../here.ts"
import { Ideas } from "../../pages/ideas.tsx"
import type { Looked } from "../desk.ts"

type Props = { c: C; looked: Looked; waiting?: number }

/** What sites share with each other. */
export const LibraryPage = ({ c, looked, waiting }: Props) => (
  <Page c={c} title="What sites have learned" back={{ href: "/home", text: "Your work" }}>
    <h1 class="govuk-heading-l">What sites have learned</h1>
    <p class="govuk-body-l" data-first-line>
      {firstLine(looked.all, waiting)}
    </p>
    {waiting !== undefined && waiting > 0 && <Button href={waitingAt}>Decide about what waits</Button>}
    <ButtonGroup>
      {mayHere(c, "share learning") && (
        <Button href={shareAt} variant="secondary">
          Share what you have learned
        </Button>
      )}
      {mayHere(c, "share good news") && (
        <Button href={goodNewsAt} variant="secondary">
          Share good news
        </Button>
      )}
    </ButtonGroup>
    <ul class="govuk-list no-print">
      {linksFor(c).map(({ href, text, says }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
          {says}
        </li>
      ))}
    </ul>
    {looked.all > 0 && (
      <Ideas looked={looked} at={learningAt} mayWithdraw={mayHere(c, "approve learning")} saysLevel />
    )}
  </Page>
)

const firstLine = (all: number, waiting: number | undefined): string => {
  const shared =
    all === 0
      ? "Nothing is shared yet. What a site learns stands here once the coordinators have shared it."
      : `${all} ${all === 1 ? "idea" : "ideas"} from sites, newest first. None says where it comes from.`
  if (waiting === undefined) return shared
  if (waiting === 0) return `No idea waits for you. ${shared}`
  return `${waiting} ${waiting === 1 ? "idea waits" : "ideas wait"} for you to decide. ${shared}`
}

const linksFor = (c: C) => [
  ...(mayHere(c, "share learning")
    ? [{ href: yoursAt, text: "What you have shared", says: ", and what became of it" }]
    : []),
  { href: patternsAt, text: "What sites are stuck on", says: ": counted, and none is named" },
  { href: sessionsAt, text: "Community of practice sessions", says: ": the next one, and those before" },
  ...(mayHere(c, "see listed people")
    ? [{ href: peopleAt, text: "People you can ask", says: ": named social workers who chose to be listed" }]
    : []),
  ...(mayHere(c, "approve learning")
    ? [{ href: decidedAt, text: "What coordinators decided", says: " about ideas, newest first" }]
    : []),
  { href: learnedAt, text: "What everybody can read", says: ", without signing in" },
]
