import { mayWithPeople } from "../../../shared/domain/people/policy.ts"
import { roles, roleTasks } from "../../../shared/domain/people/role.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { Radios } from "../../../shared/web/govuk/radios.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, Place } from "../people.ts"
import { DayInput, summaryOf } from "./day-input.tsx"

type Props = { c: C; place: Place; typed: Entries; problems?: Problem[] }

export const InvitePage = ({ c, place, typed, problems = [] }: Props) => {
  const wrong = (question: string) => problems.find((one) => one.question === question)?.says
  const { actor, world } = c.var
  const anywhere = mayWithPeople(actor, "invite from anywhere", place.id)
  return (
    <Page
      c={c}
      title={`Give somebody access – ${place.name}`}
      back={{ href: place.here, text: "People and access" }}
      plain
      wrong={problems.length > 0}
    >
      {problems.length > 0 && <ErrorSummary errors={summaryOf(problems)} />}
      <span class="govuk-caption-l">{place.name}</span>
      <h1 class="govuk-heading-l">Give somebody access</h1>
      <form method="post" action={`${place.here}/invite`} novalidate>
        <input type="hidden" name="key" value={newKey(world)} />
        <Input
          id="name"
          name="name"
          label={{ text: "Their full name", size: "s" }}
          value={typed.name ?? ""}
          errorMessage={wrong("name")}
        />
        <Input
          id="email"
          name="email"
          type="email"
          label={{ text: "Their work email address", size: "s" }}
          hint={`They get a letter that says what they can do here. They sign in with this address. ${
            anywhere ? anyAddress : "It is an address at a council."
          }`}
          value={typed.email ?? ""}
          errorMessage={wrong("email")}
          spellcheck={false}
        />
        <Radios
          idPrefix="role"
          name="role"
          fieldset={{ legend: { text: "What will they do?", size: "s" } }}
          errorMessage={wrong("role")}
          value={typed.role}
          items={place.roles
            .filter((one) => mayWithPeople(actor, "invite", place.id, one))
            .map((one) => ({ value: one, text: capital(roles[one].words), hint: roleTasks[one] }))}
        />
        <DayInput
          name="from"
          legend="From when? (optional)"
          hint="Their first day, for somebody who stands in later. If you leave it empty: now."
          typed={typed}
          problems={problems}
        />
        <DayInput
          name="until"
          legend="Until when? (optional)"
          hint="Their last day. If you leave it empty: one year from the first."
          typed={typed}
          problems={problems}
        />
        <Button preventDoubleClick>Give access</Button>
      </form>
    </Page>
  )
}

const anyAddress =
  "It can be any address: one that is at no council we know is let in by itself, and opens nothing to others there."

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
