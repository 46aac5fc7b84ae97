import { answered } from "../../../shared/domain/answered.ts"
import { isOver, type OfficeLink, officeForm, usualDays } from "../../../shared/domain/selection/office.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { changeOffice, officesIn } from "../../../shared/store/office.ts"
import { sha256 } from "../../../shared/values/hash.ts"
import { officeSecretFor } from "../../../shared/web/link-token.ts"
import { type C, changing, only, whoHere } from "../../../shared/web/panel/here.ts"
import { officeAt } from "./addresses.ts"
import { afterTold, phaseDesk, saysOf } from "./desk.ts"

/** A link that works: `address` is missing where it was made with a key that has been changed since. */
export type Office = { until: string; by: string; address?: string }

/** The link of the round that is out, if one works. */
export const officeHere = async (c: C, round: string): Promise<Office | undefined> => {
  const { world } = c.var
  const link = await officesIn(world.table).of(round)
  return link && !isOver(link, world.now()) ? shown(c, round, link) : undefined
}

const shown = (c: C, round: string, { id, hash, until, by }: OfficeLink): Office => {
  const { origin, linkKey } = c.var.world.settings
  const secret = officeSecretFor(linkKey, round, id)
  return { until, by: by.name, ...(sha256(secret) === hash && { address: `${origin}${officeAt}/${secret}` }) }
}

export type Linked = { round: string; until: string }

/** Makes a link; the one before stops with it. The same key again makes none. */
export const makeLink = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Linked> => {
  only(c, "announce", saysOf("announce"))
  const { world } = c.var
  const { days = usualDays } = answered(officeForm, given, world.now()) as { days?: number }
  return changing<Linked>(
    c,
    { right: "announce", says: saysOf("announce"), move: "make the office link", key },
    async () => {
      const desk = await phaseDesk(c)
      afterTold(desk)
      const round = desk.round.id
      const now = world.now()
      const id = Buffer.from(world.random(12)).toString("base64url")
      const made: OfficeLink = {
        id,
        hash: sha256(officeSecretFor(world.settings.linkKey, round, id)),
        until: new Date(now.getTime() + days * 86_400_000).toISOString(),
        by: whoHere(c),
        at: now.toISOString(),
      }
      const before = await officesIn(world.table).of(round)
      return { actions: changeOffice(round, { before, made }), result: { round, until: made.until } }
    },
  )
}

/** From now on the link opens nothing. Where there is none it stays so. */
export const stopLink = async (c: C, key: MoveKey): Promise<{ round: string }> => {
  only(c, "announce", saysOf("announce"))
  return changing(
    c,
    { right: "announce", says: saysOf("announce"), move: "stop the office link", key },
    async () => {
      const { round } = await phaseDesk(c)
      const before = await officesIn(c.var.world.table).of(round.id)
      return { actions: before ? changeOffice(round.id, { before }) : [], result: { round: round.id } }
    },
  )
}
