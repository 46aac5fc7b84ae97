import { type Account, forms } from "../../../../shared/domain/funding/account.ts"
import { changeWords } from "../../../../shared/domain/funding/account-words.ts"
import { setUpTasks } from "../../../../shared/domain/funding/set-up-tasks.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

const taskWords: Record<(typeof setUpTasks)[number], string> = {
  people: "People and deputies",
  profile: "Profile",
  impact: "Data protection impact assessment",
  sharing: "Information-sharing agreement",
  privacy: "Privacy notice",
  dates: "Dates",
}

export const SetUp = ({ account: { setUp, state } }: { account: Account }) => {
  if (state !== "accepted" && state !== "closed") return null
  const done = setUpTasks.filter((task) => setUp[task])
  return (
    <Table
      caption={`Setting up: ${done.length} of ${setUpTasks.length} answered`}
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "What" }, { text: "Where it stands" }]}
      rows={setUpTasks.map((task) => {
        const one = setUp[task]
        return [
          { content: taskWords[task] },
          {
            content: (
              <span class="answer">
                {one ? `Answered by ${one.by.name}, ${day(one.at)}` : "Not answered yet"}
              </span>
            ),
          },
        ]
      })}
    />
  )
}

/** Every award that was agreed, the newest first, with what it changed. */
export const Versions = ({ account }: { account: Account }) => (
  <>
    <h2 class="govuk-heading-m">What was agreed</h2>
    <p class="govuk-body">
      It reports by this form: {forms[account.form.is]}.
      {account.form.is === "full" && ` ${account.form.because}`}
    </p>
    {account.versions
      .map((one, place) => ({ one, before: account.versions[place - 1] }))
      .toReversed()
      .map(({ one, before }) => (
        <section>
          <h3 class="govuk-heading-s">
            Version {one.version}: {pounds(one.amount)}, {day(one.at)}
          </h3>
          <p class="govuk-body">
            {one.by.name}: {one.because}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {changeWords(one, before).map((says) => (
              <li>{says}</li>
            ))}
          </ul>
        </section>
      ))}
  </>
)
