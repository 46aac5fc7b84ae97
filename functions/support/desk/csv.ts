import { type Action, ageOf, desks, isLate } from "../../../shared/domain/actions/action.ts"
import type { SiteRow } from "../../../shared/domain/support/site-row.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { OnDesk } from "./desk.ts"

const counted = (value: number | undefined) => (value === undefined ? "" : String(value))

const siteColumns: [string, (one: SiteRow) => string][] = [
  ["site", ({ name }) => name],
  ["organisation", ({ organisation }) => organisation],
  ["phase", ({ phase }) => phase],
  ["coach", ({ coach = "" }) => coach],
  ["next session", ({ next }) => next?.on ?? ""],
  ["last session", ({ last }) => last?.on ?? ""],
  ["sessions held", ({ held }) => String(held)],
  ["to be written up", ({ waits }) => count(waits, "held")],
  ["with the site", ({ waits }) => count(waits, "shared")],
  ["not answered", ({ waits }) => String(waits.filter(({ unanswered }) => unanswered).length)],
  ["disputed", ({ waits }) => count(waits, "disputed")],
  ["agreed with a comment", ({ waits }) => count(waits, "commented")],
  ["how it is going", ({ going = "" }) => going],
  ["ratings", ({ ratings = "" }) => ratings],
  ["plan", ({ plan }) => plan],
  ["open actions", ({ actions }) => String(actions.open)],
  ["late actions", ({ actions }) => String(actions.late)],
  ["oldest action, working days", ({ actions }) => counted(actions.oldest)],
  ["help open", ({ help }) => String(help.open)],
  ["help paused", ({ help }) => String(help.paused)],
  ["high risks", ({ highRisks }) => String(highRisks)],
]

const count = (waits: SiteRow["waits"], state: SiteRow["waits"][number]["state"]) =>
  String(waits.filter((one) => one.state === state).length)

export const sitesRows = ({ sites }: OnDesk): string[][] => [
  siteColumns.map(([title]) => title),
  ...sites.map((one) => siteColumns.map(([, says]) => says(one))),
]

/** What is open on every desk that is seen, by when it is due. */
export const actionsRows = ({ actions, at }: OnDesk): string[][] => {
  const today = londonDate(at)
  const columns: [string, (one: Action) => string][] = [
    ["site", ({ name, organisation }) => name ?? organisation],
    ["organisation", ({ organisation }) => organisation],
    ["desk", ({ owner }) => desks[owner]],
    ["what", ({ text }) => text],
    ["due", ({ due }) => due],
    ["late", (one) => (isLate(one, today) ? "yes" : "no")],
    ["set at", ({ set }) => set?.at ?? ""],
    ["open for working days", (one) => counted(ageOf(one, today))],
    ["from", ({ from }) => from.kind],
  ]
  const all = Object.values(actions).flat()
  return [
    columns.map(([title]) => title),
    ...all.toSorted((a, b) => a.due.localeCompare(b.due)).map((one) => columns.map(([, says]) => says(one))),
  ]
}
