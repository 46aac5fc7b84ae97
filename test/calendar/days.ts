import { programme } from "../../infra/local/demonstration/programme.ts"
import { siteIds, sites } from "../../infra/local/demonstration/sites.ts"
import type { Stage } from "../../infra/local/story/stage.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { phaseStateOf, phaseStates } from "../../shared/domain/calendar/phase.ts"
import { rulesOf, standingOf } from "../../shared/domain/calendar/round.ts"
import { expectedStates, stateOf, stateWords } from "../../shared/domain/calendar/state.ts"
import { criteriaOf } from "../../shared/domain/selection/criterion.ts"
import { stateOf as readingStateOf, readingStates } from "../../shared/domain/selection/state.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { panelIn } from "../../shared/store/panel.ts"
import type { Table } from "../../shared/store/table.ts"
import { atLondon, dayMomentWords, dayWords, timeWords } from "../../shared/values/london.ts"
import { coachingOf } from "./coaching.ts"

type Letter = Stage["letters"][number]

/**
 * Keeps a diary of the programme that a person can read: for each day what opened and closed, how far the selection
 * panel came, what came to stand otherwise, and every letter. Days on which nothing happened are left out.
 */
export const diaryOf = (stage: Stage, table: Table) => {
  const days: { day: string; text: string }[] = []
  const before = new Map<string, string>()
  let letters = 0

  const evening = async (day: string) => {
    const at = atLondon(day, "23:59")
    const lines = [...(await changes(at)), ...letterLines()]
    if (lines.length > 0)
      days.push({ day, text: [dayWords(day), ...lines.map((line) => `  ${line}`)].join("\n") })
  }

  /** What stands otherwise than the evening before. */
  const changes = async (at: Date) => {
    const now = new Map<string, string>()
    for (const round of await directoryIn(table).rounds(programme.id)) {
      const standing = standingOf(round, at)
      now.set(
        round.title,
        standing === "open" ? `open until ${dayMomentWords(new Date(round.closes))}` : standing,
      )
      for (const [name, state] of await readingsIn(round.id))
        now.set(`${name}, for the selection panel`, state)
    }
    for (const phase of await calendarIn(table, programme.id).phases())
      now.set(phase.title, phaseStates[phaseStateOf(phase, at)])
    for (const site of siteIds) {
      for (const one of await expectedIn(table).all(site))
        now.set(`${one.name}: ${one.title}`, standingWords(one, at))
      for (const [what, state] of await coachingOf(table, site, at)) now.set(`${sites[site]}: ${what}`, state)
    }
    return [...now]
      .flatMap(([what, state]) => {
        const was = before.get(what)
        before.set(what, state)
        return was === state ? [] : [was ? `${what}: ${was} -> ${state}` : `${what}: ${state}`]
      })
      .sort()
  }

  /** How far the reading of each has come, for whoever sees all of it. */
  const readingsIn = async (id: string) => {
    const [round, { panel, readings }] = await Promise.all([
      directoryIn(table).round(id),
      panelIn(table, id).all(),
    ])
    if (!round) return []
    const rules = { criteria: criteriaOf(round), ...rulesOf(round) }
    return readings.map((one) => [one.name, readingStates[readingStateOf(one, panel, rules, true)]] as const)
  }

  const letterLines = () => {
    const fresh = stage.letters.slice(letters).sort(inOrder)
    letters = stage.letters.length
    return fresh.map(
      ({ at, to, subject }) =>
        `letter at ${timeWords(new Date(at))} to ${to}: ${subject.replace("[Demonstration] ", "")}`,
    )
  }

  return { evening, text: () => `${days.map(({ text }) => text).join("\n\n")}\n`, days: () => days }
}

/** Those of one moment go out side by side: in which order is nobody’s concern. */
const inOrder = (one: Letter, other: Letter) =>
  `${one.at} ${one.to} ${one.subject}` < `${other.at} ${other.to} ${other.subject}` ? -1 : 1

/** What is missing is later every day: how late is said where it has come. */
const standingWords = (one: Expected, at: Date) => {
  const state = stateOf(one, at)
  const words = state === "missing" ? expectedStates.missing : stateWords(one, at)
  const settled = ["Reported", "Sent", "Nothing to report"].some((done) => words.startsWith(done))
  return settled
    ? words
    : `${words}, ${one.rule === "closes" ? "closes" : "due"} ${dayMomentWords(new Date(one.by))}`
}
