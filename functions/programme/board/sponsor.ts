import { withLine } from "../../../shared/domain/calendar/line.ts"
import { type Words, wholeLetter } from "../../../shared/domain/letters/whole.ts"
import {
  type SponsorLetter,
  sponsorLines,
  sponsorSubject,
  toSponsor,
} from "../../../shared/domain/notices/sponsor-letter.ts"
import { programmeGrantFor } from "../../../shared/domain/people/actor.ts"
import { programmePolicy } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { siteDeskIn } from "../../../shared/store/site-desk.ts"
import { canonical } from "../../../shared/values/canonical.ts"
import { shortHash } from "../../../shared/values/hash.ts"
import type { C } from "../desk.ts"
import { type OnReturn, returnHere } from "./sites.ts"

export type Preview = OnReturn & {
  /** As it would go now, or why it cannot. */
  letter?: SponsorLetter
  words?: Words
  /** What stands in it, as one mark: another one where it says something else. */
  seen?: string
  refused?: string
}

const grantHere = (c: C) => {
  const grant = programmeGrantFor(c.var.actor, programmePolicy["write to sponsors"])
  if (!grant)
    throw new Refused("not allowed", { says: "A programme coordinator writes to the sponsor of a site." })
  return grant
}

/** The letter as it would go now, to be read before it is sent. */
export const sponsorHere = async (c: C): Promise<Preview> => {
  grantHere(c)
  const found = await returnHere(c)
  if (found.toSponsor) return { ...found, ...shown(c, found.toSponsor.letter) }
  try {
    return { ...found, ...shown(c, letterOf(c, found)) }
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal !== "not possible now") throw error
    return { ...found, refused: error.details.says }
  }
}

const letterOf = (c: C, { cell, members, organisation }: OnReturn, one = cell.one) =>
  toSponsor(one, {
    members,
    organisationName: organisation.name,
    by: c.var.actor.name,
    at: c.var.world.now(),
  })

const shown = (c: C, letter: SponsorLetter) => {
  const { settings } = c.var.world
  const [first] = letter.to
  const lines = sponsorLines(letter, first?.name ?? "", settings.origin)
  const words = wholeLetter(settings, sponsorSubject(letter), lines)
  return { letter, words, seen: shortHash(canonical(words)) }
}

/** Sends it as it was read: once for a return, however often it is pressed. */
export const writeToSponsor = async (
  c: C,
  seen: string,
  key: MoveKey,
): Promise<{ round: string; to: number }> => {
  const { actor, world } = c.var
  const grant = grantHere(c)
  const found = await returnHere(c)
  const { organisation, round } = found.cell.one
  const desk = siteDeskIn(world.table, organisation)
  await desk.writeToSponsor(round, { person: actor.id, key }, (one) => {
    const letter = letterOf(c, found, one)
    if (shown(c, letter).seen !== seen)
      throw new Refused("not possible now", {
        says: "Nothing was sent: the letter says something else since you opened it. Read it again, then send it.",
      })
    const by = { person: actor.id, name: actor.name, role: grant.role, grant: grant.id }
    return {
      letter,
      changed: withLine(one, { move: "write to the sponsor", by, at: world.now(), salt: "" }),
    }
  })
  const went = await desk.toSponsor(round)
  return { round, to: went?.letter.to.length ?? 0 }
}
