import { mayInSelection, type SelectionRight } from "../../../../shared/domain/people/selection-policy.ts"
import type { Panel } from "../../../../shared/domain/selection/reading.ts"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"

type Stage = "before" | "opened" | "told"
type Place = { right: SelectionRight; to: string; text: string; at: Stage[] }

const before: Stage[] = ["before", "opened"]
const opened: Stage[] = ["opened", "told"]

/** Everything else of a round, each for who holds the right to it, while there is something to do or to read there. */
const places: Place[] = [
  { right: "decide lateness", to: "/late", text: "Asks to be late", at: [...before, "told"] },
  { right: "open the round", to: "/open", text: "Open the round for reading", at: before },
  { right: "declare links", to: "/links", text: "Say whether you have links", at: opened },
  { right: "lift links", to: "/linked", text: "Links that others have", at: opened },
  { right: "assign", to: "/assign", text: "Who reads what", at: ["opened"] },
  { right: "compare", to: "/ranking", text: "Ranking", at: opened },
  { right: "export the round", to: "/portfolio", text: "Portfolio", at: opened },
  { right: "tell", to: "/telling", text: "Tell applicants", at: opened },
  { right: "announce", to: "/announcement", text: "Announcement", at: ["told"] },
  { right: "take into the phase", to: "/phase", text: "Take sites into the phase", at: ["told"] },
  { right: "export the round", to: "/foi", text: "Answer a freedom of information request", at: opened },
]

export const Navigation = ({ c, round, panel }: { c: C; round: string; panel?: Panel }) => (
  <nav aria-label="This round">
    <ul class="govuk-list">
      {places
        .filter(({ right, at }) => mayInSelection(c.var.actor, right) && at.includes(stageOf(panel)))
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

const stageOf = (panel: Panel | undefined): Stage => {
  if (panel?.told) return "told"
  return panel?.opening ? "opened" : "before"
}
