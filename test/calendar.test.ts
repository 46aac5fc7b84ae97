import { readFileSync } from "node:fs"
import { afterEach, expect, test } from "vitest"
import { everythingIn, readScene } from "../infra/local/story/keep.ts"
import { playOn } from "../infra/local/story/play.ts"
import { type Scene, sceneNames, scenes } from "../infra/local/story/scenes.ts"
import type { Stage } from "../infra/local/story/stage.ts"
import type { Table } from "../shared/store/table.ts"
import { addDays, atLondon } from "../shared/values/london.ts"
import { figuresOf, figureWords, isNotice } from "./calendar/figures.ts"
import { golden, last } from "./calendar/golden.ts"
import { openTheatre, type Theatre } from "./calendar/theatre.ts"

let theatre: Theatre | undefined
afterEach(async () => {
  await theatre?.close()
  theatre = undefined
})

const playing = 180_000
const notices = ({ letters }: Stage) => letters.filter(isNotice).map(({ to, subject }) => `${to}: ${subject}`)

test(
  "phase 2 goes day by day as it is written down, each morning twice and nothing new the second time",
  async () => {
    theatre = await openTheatre()
    const { stage, diary, client, name } = theatre
    const playing = playOn(stage, {
      evening: diary.evening,
      morning: async () => {
        await stage.morning()
        await stage.deliver()
        const before = stage.letters.length
        await stage.morning()
        await stage.deliver()
        expect(stage.letters.length).toBe(before)
      },
    })
    const isKept = async (scene: Scene) => {
      await playing.until(scenes[scene])
      const now = JSON.parse(JSON.stringify(await everythingIn(client, name)))
      expect(now, `${scene} is not as it was kept: npm run scenes`).toEqual(
        JSON.parse(JSON.stringify(readScene(scene).items)),
      )
    }
    for (const scene of sceneNames.filter((one) => scenes[one] < last)) await isKept(scene)
    await playing.until(last)
    expect(stage.faults).toEqual([])
    expect(
      diary.text(),
      "If this is meant: UPDATE_CALENDAR=1 npm run test:calendar, and read what changed",
    ).toBe(readFileSync(golden, "utf8"))
    const figures = figuresOf(stage.letters)
    console.info(figureWords(figures))
    expect(figures.noticesADay).toBe(1)
    expect(figures.unaskedADay, "but for receipts and requests, which answer what somebody just did").toBe(1)
    expect(figures.lead).toBeLessThanOrEqual(66)
    for (const scene of sceneNames.filter((one) => scenes[one] > last)) await isKept(scene)
  },
  playing,
)

/** Stops like a machine without power, before one of its writes. */
const stopping = () => {
  let left = Number.POSITIVE_INFINITY
  const around = (table: Table): Table => ({
    ...table,
    metered: (meter) => around(table.metered(meter)),
    write: async (actions) => {
      if (left-- <= 0) throw new Error("The machine stopped")
      return table.write(actions)
    },
  })
  return {
    around,
    before: (write: number) => {
      left = write
    },
    never: () => {
      left = Number.POSITIVE_INFINITY
    },
  }
}

test(
  "broken off on every day, each at another of its writes, and begun again, it comes to the same end",
  async () => {
    const machine = stopping()
    theatre = await openTheatre({ around: machine.around })
    const { stage, diary } = theatre
    let stops = 0
    let days = 0
    await playOn(stage, {
      evening: diary.evening,
      morning: async () => {
        machine.before(days++ % 7)
        try {
          await stage.morning()
        } catch {
          stops++
        }
        machine.never()
        await stage.morning()
      },
    }).until(last)
    expect(stops).toBeGreaterThan(10)
    expect(diary.text()).toBe(readFileSync(golden, "utf8"))
  },
  playing,
)

test(
  "thirty days without a morning send no nonsense: nobody hears of what has passed, or twice of anything",
  async () => {
    theatre = await openTheatre()
    const { stage } = theatre
    const gap = { from: "2018-01-12", to: "2018-02-12" }
    await playOn(stage, {
      morning: async (day) => {
        if (day <= gap.from || day >= gap.to) await stage.morning()
      },
    }).until(atLondon(gap.to, "12:00"))
    const after = stage.letters.filter(
      (one) => isNotice(one) && one.at > atLondon(gap.from, "23:00").toISOString(),
    )
    for (const { at } of after) expect(at).toBe(atLondon(gap.to, "08:00").toISOString())
    for (const { subject } of after) expect(subject).not.toContain("Due on")
    const all = notices(stage)
    expect(new Set(all).size).toBe(all.length)
    const before = stage.letters.length
    stage.at(atLondon(addDays(gap.to, 1), "08:00"))
    await stage.morning()
    await stage.deliver()
    expect(stage.letters.length).toBe(before)
  },
  playing,
)
