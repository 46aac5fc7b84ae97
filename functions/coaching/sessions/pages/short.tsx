import type { Child } from "hono/jsx"
import { addendumForm } from "../../../../shared/domain/coaching/remark.ts"
import type { Session } from "../../../../shared/domain/coaching/session.ts"
import { sessionTitle } from "../../../../shared/domain/coaching/session.ts"
import { cancelForm, planForm } from "../../../../shared/domain/coaching/session-planning.ts"
import { sessionSentence, standingText } from "../../../../shared/domain/coaching/session-sentence.ts"
import type { Entries } from "../../../../shared/form/question.ts"
import { timeOfDayWords } from "../../../../shared/values/time-of-day.ts"
import { sessionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, placeHere, siteName } from "../../../../shared/web/coaching/here.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Doubts, recognised } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { audienceHere, todayHere } from "../here.ts"
import { addressOf, SessionPage } from "./shell.tsx"

type Props = { c: C; session: Session; tried?: Tried }

export const PlanPage = ({ c, tried }: Omit<Props, "session">) => {
  const { organisation, phase } = placeHere(c)
  return (
    <FormPage
      c={c}
      section={planForm(c.var.world.now())}
      action={`${sessionsAt(organisation, phase)}/plan`}
      back={{ href: sessionsAt(organisation, phase), text: "Sessions" }}
      caption={siteName(c)}
      button="Plan it"
      keyed
      tried={tried}
      before={<p class="govuk-body">The site’s lead and contributors get a letter with the day.</p>}
    />
  )
}

export const ReplanPage = ({ c, session, tried }: Props) => {
  const section = planForm(c.var.world.now(), "Move it to another day")
  const { kind, on, time, place } = session
  const entries = fieldsOf(section, {
    kind,
    on,
    ...(time && { time: timeOfDayWords(time) }),
    ...(place && { place }),
  })
  return (
    <Short
      c={c}
      session={session}
      tried={tried}
      section={section}
      to="plan"
      entries={entries}
      button="Move it"
    />
  )
}

export const CancelPage = (props: Props) => (
  <Short {...props} section={cancelForm} to="cancel" button="It will not take place" />
)

export const AddendumPage = (props: Props) => (
  <Short
    {...props}
    section={addendumForm}
    to="addendum"
    button="Add it"
    keeps
    after={<Doubts tried={props.tried} hint={recognised} />}
  />
)

type ShortProps = Props & {
  section: ReturnType<typeof planForm>
  to: string
  button: string
  entries?: Entries
  keeps?: boolean
  after?: Child
}

const Short = ({ c, session, tried, section, to, button, entries, keeps, after }: ShortProps) => (
  <FormPage
    c={c}
    section={section}
    action={`${addressOf(session)}/${to}`}
    back={{ href: addressOf(session), text: sessionTitle(session) }}
    caption={`${siteName(c)}, ${sessionTitle(session)}`}
    button={button}
    keyed
    tried={tried}
    {...(entries && { entries })}
    {...(keeps && { keeps: { at: session.revision } })}
    before={<InsetText>{standsWords(c, session)}</InsetText>}
    after={after}
  />
)

const standsWords = (c: C, session: Session) =>
  standingText(sessionSentence(session, audienceHere(c), todayHere(c)))

/** Where somebody typed and it cannot be taken any more: why, and every word of it, to copy. */
export const NotNowPage = ({ c, session, tried }: Props & { tried: Tried }) => (
  <SessionPage c={c} session={session} title="This is not possible now" inside wrong>
    <InsetText>{tried.says}</InsetText>
    <p class="govuk-body">
      <strong>Nothing was changed.</strong> What you typed is below, to copy.
    </p>
    {Object.entries(tried.entries)
      .filter(([name, value]) => value.includes(" ") && !name.startsWith("was."))
      .map(([, value]) => (
        <p class="govuk-body answer">{value}</p>
      ))}
  </SessionPage>
)
