import { stampWords } from "../../../shared/values/london.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { Changes } from "../changes.ts"
import type { C, Place } from "../people.ts"

type Props = { place: Place; changes: Changes }

/** Every use of anybody's power over access, for everybody who may see the people. */
export const ChangesPage = ({ c, place, changes }: Props & { c: C }) => (
  <Page
    c={c}
    title={`Changes to access – ${place.name}`}
    back={{ href: place.here, text: "People and access" }}
  >
    <span class="govuk-caption-l">{place.name}</span>
    <h1 class="govuk-heading-l">Changes to access</h1>
    <ChangesTable place={place} changes={changes} />
  </Page>
)

export const ChangesTable = ({ place, changes: { lines, next } }: Props) =>
  lines.length === 0 ? (
    <p class="govuk-body">Nothing was changed yet. Whoever gives, changes or ends access is named here.</p>
  ) : (
    <>
      <Table
        caption="What was done, newest first"
        captionSize="s"
        head={[{ text: "When" }, { text: "What" }, { text: "By whom" }]}
        rows={lines.map(({ at, says, by }) => [
          { content: stampWords(new Date(at)) },
          { content: says },
          { content: by.role ? `${by.name}, ${by.role}` : by.name },
        ])}
      />
      {next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${place.here}/changes?before=${next}`}>
            Earlier changes
          </a>
        </p>
      )}
    </>
  )
