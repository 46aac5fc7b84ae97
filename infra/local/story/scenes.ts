import { atLondon } from "../../../shared/values/london.ts"

/** Five moments of phase 2, each an ordinary morning. */
export const scenes = {
  "eoi-open": atLondon("2017-08-14", "09:00"),
  reading: atLondon("2017-09-07", "09:00"),
  "mid-phase": atLondon("2018-01-16", "09:00"),
  "year-end": atLondon("2018-03-29", "09:00"),
  after: atLondon("2018-10-08", "09:00"),
} as const
export type Scene = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as Scene[]

/** The first morning that the story knows. */
export const beginning = atLondon("2017-08-07", "08:00")
