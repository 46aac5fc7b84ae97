import { mayInSelection, type SelectionRight } from "../../../../shared/domain/people/selection-policy.ts"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"

type Place = { right: SelectionRight; to: string; text: string }

/** Everything else of a round, each for who holds the right to it. */
const places: Place[] = [
  { right: "decide lateness", to: "/late", text: "Asks to be late" },
  { right: "open the round", to: "/open", text: "Open the round for reading" },
  { right: "declare links", to: "/links", text: "Say whether you have links" },
  { right: "lift links", to: "/linked", text: "Links that others have" },
  { right: "assign", to: "/assign", text: "Who reads what" },
  { right: "compare", to: "/ranking", text: "Ranking" },
  { right: "export the round", to: "/portfolio", text: "Portfolio" },
  { right: "tell", to: "/telling", text: "Tell applicants" },
  { right: "announce", to: "/announcement", text: "Announcement" },
  { right: "take into the phase", to: "/phase", text: "Take sites into the phase" },
  { right: "export the round", to: "/foi", text: "Answer a freedom of information request" },
]

export const Navigation = ({ c, round }: { c: C; round: string }) => (
  <nav aria-label="This round">
    <ul class="govuk-list">
      {places
        .filter(({ right }) => mayInSelection(c.var.actor, right))
        .map(({ to, text }) => (
          <li>
            <a class="govuk-link" href={`${roundAt(round)}${to}`}>
              {text}
            </a>
          </li>
        ))}
    </ul>
  </nav>
)
