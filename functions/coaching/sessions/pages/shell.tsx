import type { Child } from "hono/jsx"
import { type Session, sessionTitle } from "../../../../shared/domain/coaching/session.ts"
import { sessionSentence } from "../../../../shared/domain/coaching/session-sentence.ts"
import { sessionAt, sessionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, siteName } from "../../../../shared/web/coaching/here.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import { audienceHere, todayHere } from "../here.ts"

type Props = {
  c: C
  session: Session
  title?: string
  wrong?: boolean
  plain?: boolean
  /** The same on paper: a page of its own, by the name in its tab. */
  paper?: boolean
  /** The session itself goes back to the list, every other page of it to the session. */
  inside?: boolean
  before?: Child
  children: Child
}

export const addressOf = ({ organisation, phase, id }: Session) => sessionAt(organisation, phase, id)

/** Every page of a session: which one it is, and where it stands, before anything else. */
export const SessionPage = ({ c, session, title, inside, paper, before, children, ...page }: Props) => {
  const { loud, rest } = sessionSentence(session, audienceHere(c), todayHere(c))
  const heading = title ?? sessionTitle(session)
  const called = [...(title ? [title] : []), sessionTitle(session), ...(paper ? ["on paper"] : [])].join(", ")
  const back = inside
    ? { href: addressOf(session), text: sessionTitle(session) }
    : { href: sessionsAt(session.organisation, session.phase), text: "Sessions" }
  return (
    <Page c={c} title={`${called} – ${siteName(c)}`} back={back} {...page}>
      {before}
      <span class="govuk-caption-l">
        {siteName(c)}
        {title && `, ${sessionTitle(session)}`}
      </span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <div class="govuk-body sentence" data-sentence={loud}>
        <strong>{loud}</strong>
        {/^[ ,]/.test(rest) ? rest : `. ${rest}`}
      </div>
      {children}
    </Page>
  )
}
