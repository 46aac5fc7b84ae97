import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Select } from "../../../shared/web/govuk/select.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { type C, programmePeopleAt } from "../people.ts"

type Props = { c: C; organisations: Organisation[]; wrong: boolean }

const says = "Select an organisation"

/** From the programme to the people of any organisation, and to nothing else of it. */
export const WhosePeoplePage = ({ c, organisations, wrong }: Props) => (
  <Page
    c={c}
    title="People of an organisation"
    back={{ href: programmePeopleAt, text: "People of the programme" }}
    plain
    wrong={wrong}
  >
    {wrong && <ErrorSummary errors={[{ text: says, href: "#organisation" }]} />}
    <h1 class="govuk-heading-l">People of an organisation</h1>
    <p class="govuk-body">
      You see who has access there, let somebody in or end their access. You see nothing that the organisation
      writes, and it sees what you did.
    </p>
    <form method="get" action={`${programmePeopleAt}/of`} novalidate>
      <Select
        id="organisation"
        name="organisation"
        label={{ text: "Which organisation?", size: "s" }}
        errorMessage={wrong ? says : undefined}
        items={[
          { value: "", text: says },
          ...organisations
            .toSorted((a, b) => a.shortName.localeCompare(b.shortName))
            .map(({ id, name, shortName }) => ({
              value: id,
              text: name === shortName ? name : `${shortName}: ${name}`,
            })),
        ]}
      />
      <Button>See its people</Button>
    </form>
  </Page>
)
