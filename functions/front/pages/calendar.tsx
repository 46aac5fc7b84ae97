import type { Actor } from "../../../shared/domain/people/actor.ts"
import { mayAtSite, mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { type CalendarAddress, calendarAt } from "../calendar.ts"
import type { C } from "../people.ts"

type Props = { c: C; own: CalendarAddress }

/** What is due, in the calendar that somebody lives in: by an address that they can stop. */
export const CalendarPage = ({ c, own }: Props) => (
  <Page c={c} title="Your calendar" back={{ href: "/home", text: "Your work" }}>
    <h1 class="govuk-heading-l">Your calendar</h1>
    <p class="govuk-body">
      Put what is due into Outlook, Google Calendar or the calendar on your telephone. It looks for changes by
      itself: within a few hours in most, within a day in some.
    </p>
    <p class="govuk-body">In it you see:</p>
    <ul class="govuk-list govuk-list--bullet">
      {holds(c.var.actor).map((one) => (
        <li>{one}</li>
      ))}
    </ul>
    <InsetText>
      Whoever has this address can read your dates. It holds no answers and no names of people who are
      supported.
    </InsetText>
    {own === "none" ? <Make c={c}>Make my calendar address</Make> : <Made c={c} own={own} />}
  </Page>
)

const holds = (actor: Actor): string[] => {
  const atSite = actor.grants.some(
    ({ organisation }) => organisation !== undefined && mayAtSite(actor, "see calendar", organisation),
  )
  const found = [
    ...(atSite
      ? ["what your organisation is expected to send, when it is due, where it stands and who has it"]
      : []),
    ...(mayInProgramme(actor, "see programme")
      ? ["when each return is due across the programme, and when rounds open and close"]
      : []),
  ]
  return found.length > 0 ? found : ["nothing now: your role has no dates. Another role brings its own"]
}

const Made = ({ c, own }: { c: C; own: Exclude<CalendarAddress, "none"> }) => (
  <>
    <h2 class="govuk-heading-m">Your calendar address</h2>
    {own === "not shown" ? (
      <p class="govuk-body">
        You made an address, and it still works. It cannot be shown again: make a new one to see it.
      </p>
    ) : (
      <>
        <p class="govuk-body reference" id="address">
          {own.address}
        </p>
        <p class="govuk-body">
          Copy it. In Outlook choose <strong>Add calendar</strong>, then <strong>Subscribe from web</strong>.
          In Google Calendar choose <strong>Other calendars</strong>, then <strong>From URL</strong>.
        </p>
        <p class="govuk-body">
          Or{" "}
          <a class="govuk-link" href={own.subscribe}>
            open it in the calendar of this computer
          </a>
          :
        </p>
        <p class="govuk-body reference" id="subscribe">
          {own.subscribe}
        </p>
      </>
    )}
    <h2 class="govuk-heading-m">If somebody else has it</h2>
    <p class="govuk-body">
      Stop it, and from that moment it opens nothing. A new address takes its place. What a calendar has read
      already can stay in it for a while.
    </p>
    <form method="post" action={`${calendarAt}/stop`}>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <Button variant="warning" preventDoubleClick>
        Stop this address
      </Button>
    </form>
    <Make c={c} again>
      Make a new address
    </Make>
  </>
)

const Make = ({ c, again, children }: { c: C; again?: boolean; children: string }) => (
  <form method="post" action={calendarAt}>
    <input type="hidden" name="key" value={newKey(c.var.world)} />
    <Button variant={again ? "secondary" : undefined} preventDoubleClick>
      {children}
    </Button>
  </form>
)
