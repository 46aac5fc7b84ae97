import { readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { playOn } from "../../infra/local/story/play.ts"
import { plainDate } from "../../shared/values/london.ts"
import { figuresOf, figureWords } from "./figures.ts"
import { golden, last, lastDay } from "./golden.ts"
import { openTheatre } from "./theatre.ts"

/**
 * Plays phase 2 day by day and shows what happened between two days; all of it is compared with what is written down.
 *
 *     npm run test:calendar -- --from 2017-08-07 --to 2018-09-30
 */
const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } })
const from = plainDate.parse(values.from ?? "2017-08-07")
const to = plainDate.parse(values.to ?? lastDay)

const { stage, diary, close } = await openTheatre()
try {
  await playOn(stage, { evening: diary.evening }).until(last)
} finally {
  await close()
}
const between = diary.days().filter(({ day }) => from <= day && day <= to)
console.log(between.map(({ text }) => text).join("\n\n"))
console.log(`\n${figureWords(figuresOf(stage.letters))}`)
if (process.env.UPDATE_CALENDAR) writeFileSync(golden, diary.text())
if (diary.text() !== readFileSync(golden, "utf8")) {
  console.error(
    `\nThis is not what ${golden} says. If it is meant: UPDATE_CALENDAR=1 npm run test:calendar, and read what changed.`,
  )
  process.exitCode = 1
}
