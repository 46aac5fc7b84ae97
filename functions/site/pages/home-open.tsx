import type { ListedRound } from "../../../shared/domain/calendar/round.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { may } from "../../../shared/domain/people/policy.ts"
import { dateWords, dayMomentWords } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: Organisation; rounds: ListedRound[] }

/** Rounds that are open and in which nothing is begun yet, with the way to begin. */
export const OpenRounds = ({ c, organisation: { id, shortName }, rounds }: Props) => (
  <>
    {rounds.map((round) => (
      <div class="govuk-inset-text">
        <h2 class="govuk-heading-m">{round.title}</h2>
        <p class="govuk-body">
          Open now. It closes at {dayMomentWords(new Date(round.closes))}. Decisions come by{" "}
          {dateWords(round.decisionsBy)}. {`${shortName} has not begun one.`}
        </p>
        {may(c.var.actor, "start", { kind: round.kind, organisation: id }) ? (
          <Button href={`/organisations/${id}/rounds/${round.id}/start`}>
            Start an expression of interest
          </Button>
        ) : (
          <p class="govuk-body">Your site lead can start it.</p>
        )}
      </div>
    ))}
  </>
)
