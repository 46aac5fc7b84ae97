import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import { selectionGrantFor } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import {
  isToSay,
  linkForm,
  linkJob,
  linkWords,
  manyForm,
  saying,
  withLink,
} from "../../../shared/domain/selection/linking.ts"
import { type Link, links } from "../../../shared/domain/selection/reading.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { panelIn } from "../../../shared/store/panel.ts"
import { panelJob } from "../../../shared/store/panel-jobs.ts"
import { type C, changing, deskHere, oneHere, only, whoHere } from "../../../shared/web/panel/here.ts"
import { applyEach } from "./row.ts"

type Given = Record<string, unknown>

export const declarers = "The people of the selection panel say whether they have a link."
const move = "declare a link"

export type Said = { reference: string; link: Link }

/** Says whether this person has a link with one of them. With a link they find nothing of it from the next request. */
export const sayLink = async (c: C, given: Given, key: MoveKey): Promise<Said> => {
  only(c, "declare links", declarers)
  const { now } = c.var.world
  const said = saying.parse(answered(linkForm("it"), given, now()))
  const reference = c.req.param("reference") ?? ""
  const words = said.link === "other" ? said.words : undefined
  return changing(
    c,
    {
      right: "declare links",
      says: declarers,
      record: reference,
      move,
      note: linkWords({ ...said, words }),
      key,
    },
    async () => {
      const { store, raw, one, whole } = await oneHere(c)
      const result = { link: said.link, reference }
      if (isOpen(one) && said.link === "none") return { actions: [store.unchanged(raw)], result }
      const at = now().toISOString()
      const told = whole.panel?.told !== undefined
      return { actions: [store.put(withLink(raw, whoHere(c), { ...said, at, told }), raw)], result }
    },
  )
}

const many = z.object({
  linked: z.array(z.string()).optional(),
  link: saying.shape.link.exclude(["none"]).optional(),
  words: z.string().optional(),
})

export type ManySaid = { linked: number; none: number }

/** By reference; what is not named is asked again. */
type Many = { linked?: string[]; link?: string; words?: string; none?: string[] }

/**
 * Says it about many at once. All of it is checked and recorded first, then each is applied: broken off anywhere and
 * asked again, it ends the same.
 */
export const sayLinks = async (c: C, { none = [], ...given }: Many, key: MoveKey): Promise<ManySaid> => {
  only(c, "declare links", declarers)
  const { actor, world } = c.var
  const named = Object.fromEntries((given.linked ?? []).map((one) => [one, one]))
  const {
    linked = [],
    link,
    words,
  } = many.parse(
    answered(
      manyForm(named),
      {
        ...given,
        linked: given.linked?.length ? given.linked : undefined,
        others: none.length > 0 || undefined,
      },
      world.now(),
    ),
  )
  if (none.some((one) => linked.includes(one)))
    throw new Refused("not valid", {
      problems: [{ question: "none", says: "Say of each once: with a link, or without one" }],
    })
  await endSaying(c)
  const round = c.req.param("round") ?? ""
  const at = keys.panelMove(round, actor.id, key.key)
  const said = await keyedWrite<ManySaid>(world.table, { at, key }, async () => {
    if (!selectionGrantFor(actor, "declare links")) throw new Refused("not allowed", { says: declarers })
    const { seen, store } = await deskHere(c)
    const standing = (reference: string) => seen.find((one) => one.reference === reference)?.standing
    if ([...linked, ...none].some((one) => standing(one) === undefined)) throw new Refused("not found")
    const job = jobOf(c, store.round)
    const before = await job.last()
    if (before && !before.done) throw new Refused("busy", { retryAfterSeconds: 1 })
    const rows = [
      ...(link === undefined
        ? []
        : linked.map((reference) => ({
            reference,
            link,
            ...(link === "other" && words !== undefined && { words }),
          }))),
      ...none
        .filter((one) => standing(one) === "not said")
        .map((reference) => ({ reference, link: "none" as const })),
    ]
    const planned = { id: key.key, at: world.now().toISOString(), rows, done: false, revision: 0 }
    return {
      actions: [job.put(planned, before)],
      result: { linked: linked.length, none: none.length },
    }
  })
  await endSaying(c)
  return { linked: said.linked, none: said.none }
}

const jobOf = ({ var: { actor, world } }: C, round: string) =>
  panelJob(world.table, round, `LINKS#${actor.id}`, linkJob)

/** What this person said of many, and was broken off: each of it is written now. */
const endSaying = async (c: C): Promise<void> => {
  const { table } = c.var.world
  const store = panelIn(table, c.req.param("round") ?? "")
  const job = jobOf(c, store.round)
  const [open, head] = await Promise.all([job.last(), store.head()])
  if (!open || open.done) return
  const by = whoHere(c)
  await applyEach(c, open.rows, ({ reference, link, words }) => ({
    asked: {
      right: "declare links",
      says: declarers,
      record: reference,
      move,
      note: words ? linkWords({ link, words }) : links[link],
    },
    decide: async () => {
      const raw = await store.reading(reference)
      if (!raw || !isToSay(raw, by.person, { link }, open.at)) return undefined
      const told = head?.told !== undefined
      return [store.put(withLink(raw, by, { link, words, at: open.at, told }), raw)]
    },
  }))
  await table.write([job.done(open)])
}
