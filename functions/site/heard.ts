import type { Occasion } from "../../shared/domain/calendar/occasion.ts"
import type { ListedRound } from "../../shared/domain/calendar/round.ts"
import { standingIn } from "../../shared/domain/calendar/window.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Shelved } from "../../shared/domain/submissions/submission.ts"
import type { RoundToldOn } from "../../shared/store/directory.ts"
import { type Heard, heardOf } from "../../shared/store/told.ts"
import type { C } from "./desk.ts"
import type { OnShelf } from "./shelf.ts"

type About = { one: Pick<Shelved, "reference" | "round" | "state" | "version">; phase: string }

const heard = (c: C, { one: { reference, round }, phase }: About): Promise<Heard | undefined> => {
  const { table, settings, now } = c.var.world
  const organisation = c.req.param("organisation") ?? ""
  return heardOf(table, { organisation, reference, round, phase, programme: settings.programme, at: now() })
}

/**
 * What was decided about one, once its round was told. It is asked for by time alone, and costs everybody the same one
 * request until then: nothing that can be seen from outside follows from what was decided.
 */
export const heardHere = async (
  c: C,
  { occasion, ...about }: About & { occasion: Occasion },
): Promise<Heard | undefined> => {
  const { window, hearBy } = occasion
  const closed = standingIn(window, c.var.world.now()) === "closed" || window.afterClose
  return hearBy !== undefined && closed && canHear(about.one) ? heard(c, about) : undefined
}

const canHear = ({ state, version }: About["one"]) => version > 0 && state !== "withdrawn"

/** The same for a list: only of rounds that are listed as told. */
export const withHeard = (
  c: C,
  items: OnShelf[],
  { rounds, told }: { rounds: ListedRound[]; told: RoundToldOn[] },
): Promise<OnShelf[]> =>
  Promise.all(
    items.map(async (item): Promise<OnShelf> => {
      const { one, occasion } = item
      const round = rounds.find(({ id }) => id === one.round)
      const early = round?.reading?.sealed === false && { readEarly: true as const }
      const shown = { ...item, occasion: { ...occasion, ...early } }
      if (!round || !canHear(one) || !told.some((each) => each.round === round.id)) return shown
      return { ...shown, heard: await heard(c, { one, phase: round.phase }) }
    }),
  )

/** What was decided about stands as it was read: it cannot be changed any more. */
export const stillOpen = ({ heard }: { heard?: Heard }, move: string) => {
  if (heard && move !== "withdraw")
    throw new Refused("not possible now", { says: "It was decided about, and cannot be changed any more." })
}
