import { desks } from "../../../../shared/domain/actions/action.ts"
import { actionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, siteHere } from "../../../../shared/web/coaching/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Select } from "../../../../shared/web/govuk/select.tsx"
import { actionStates, type Chosen } from "../desk.ts"

/** An address with what is chosen on the list. */
export const withChosen = (at: string, chosen: Chosen) => {
  const query = new URLSearchParams(chosen).toString()
  return query === "" ? at : `${at}?${query}`
}

/** Which desk and which state the list shows. */
export const ActionFilters = ({ c, chosen }: { c: C; chosen: Chosen }) => (
  <form method="get" action={actionsAt(siteHere(c))} novalidate>
    <h2 class="govuk-heading-m">Show some of them</h2>
    <Select
      id="desk"
      name="desk"
      label={{ text: "On whose desk" }}
      items={choicesOf(desks)}
      value={chosen.desk ?? ""}
    />
    <Select
      id="state"
      name="state"
      label={{ text: "Where they stand" }}
      items={choicesOf(actionStates)}
      value={chosen.state ?? ""}
    />
    <Button variant="secondary">Show these</Button>
  </form>
)

const choicesOf = (words: Readonly<Record<string, string>>) => [
  { value: "", text: "All" },
  ...Object.entries(words).map(([value, text]) => ({ value, text: capital(text) })),
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
