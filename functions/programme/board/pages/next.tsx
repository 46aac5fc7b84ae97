import type { Coming } from "../../../../shared/domain/calendar/ahead.ts"
import { clockTime, dayWords, timeWords } from "../../../../shared/values/london.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { boardAt, nextAt, noticesAt, withQuery } from "../addresses.ts"
import type { OnNext } from "../next.ts"

/** What will happen by itself, day by day, as things stand. */
export const NextPage = ({ c, found: { days, many, asAt } }: { c: C; found: OnNext }) => (
  <Page c={c} title="What will happen next" back={{ href: "/programme", text: "The programme" }} wide>
    <h1 class="govuk-heading-l">What will happen next</h1>
    <p class="govuk-body">
      In the next {many} days, if nothing changes. As at {clockTime(asAt)}. Show{" "}
      {[7, 30, 90]
        .filter((one) => one !== many)
        .map((one, at) => (
          <>
            {at > 0 && " or "}
            <a class="govuk-link" href={withQuery(nextAt, { days: String(one) })}>
              {one} days
            </a>
          </>
        ))}
      .
    </p>
    {days.length === 0 && (
      <p class="govuk-body">
        Nothing opens, closes or is due in these days, and no letter goes.{" "}
        <a class="govuk-link" href={boardAt}>
          Who has sent what
        </a>
      </p>
    )}
    {days.map(({ day, comings }) => (
      <Table
        caption={dayWords(day)}
        captionSize="m"
        head={[{ text: "When" }, { text: "What" }, { text: "About" }, { text: "Sites" }]}
        rows={comings.map((one) => [
          { content: one.at ? timeWords(new Date(one.at)) : one.what === "letter" ? "8am" : "That day" },
          { content: what(one) },
          { content: one.title },
          { content: one.sites.join(", ") || "All" },
        ])}
      />
    ))}
    <p class="govuk-body">
      <a class="govuk-link" href={noticesAt}>
        Read the letters
      </a>
    </p>
    {days.length > 0 && (
      <p class="govuk-body">
        <a class="govuk-link" href={withQuery("/programme/next.csv", { days: String(many) })}>
          Download these as a CSV file
        </a>
      </p>
    )}
  </Page>
)

const what = ({ says, to, people }: Coming) => {
  if (people === undefined) return says
  return `${says}${says.endsWith("?") ? "" : "."} To: ${to} (${people} ${people === 1 ? "person" : "people"})`
}
