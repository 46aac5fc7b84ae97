import * as z from "zod"
import { midPhase } from "../../../shared/domain/funding/account.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { accountAt } from "../../../shared/web/funding/addresses.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { type Act, actAt, previewAt } from "./addresses.ts"
import { consentToCarryOver, decideMidPhase, stopSite } from "./deciding.ts"
import { makeOffer, offerFrom } from "./making.ts"
import { formIn, offerDesk } from "./offering.ts"
import * as shapes from "./shapes.ts"
import { varyAward } from "./varying.ts"

export const tag = "Money of all sites"

type Body = Record<string, unknown>

const at = (act: Act) => actAt(act, ":phase", ":organisation")
const about = { organisation: z.string(), phase: z.string() }
const pence = z.int().meta({ description: "Pence" })
const reason = z.string().max(2_000)

const changed = <One extends { organisation: string; phase: string }>(body: One) => ({
  body,
  at: accountAt(body.phase, body.organisation),
})

/** What is decided about an award. */
export const awardOperations: Operation<SignedIn>[] = [
  operation<SignedIn, Body>({
    id: "previewOffer",
    method: "post",
    path: previewAt(":phase", ":organisation"),
    tag,
    summary: "An offer as its site would read it. Nothing is kept, and nothing is sent",
    asks: shapes.offerGiven,
    gives: shapes.offerShown,
    does: async (c, { form, ...given }) => {
      const desk = await offerDesk(c, formIn(form))
      const { amount, form: kept, letter, terms, payments, profile, answerBy } = offerFrom(c, desk, given)
      const shown = { amount, form: kept, letter, terms, payments, profile, answerBy }
      return { body: { ...shown, missing: desk.missing } }
    },
  }),
  operation<SignedIn, Body>({
    id: "makeOffer",
    method: "post",
    path: at("offer"),
    tag,
    summary: "Offer a site its award, or offer it anew while it is not accepted",
    about:
      "Whoever has accepted an offer that is made anew accepts again. Its people are written to at once.",
    keyed: true,
    asks: shapes.offerGiven,
    gives: z.object({ ...about, version: z.int(), hash: z.string(), amount: pence }),
    does: async (c, { form, ...given }, key) =>
      changed(await makeOffer(c, formIn(form), given, key as MoveKey)),
  }),
  operation<SignedIn, Body>({
    id: "varyAward",
    method: "post",
    path: at("vary"),
    tag,
    summary: "Change an award: its amount, its quarters, what is still to be paid, or its form",
    keyed: true,
    asks: shapes.variationGiven,
    gives: z.object({ ...about, version: z.int(), amount: pence }),
    does: async (c, { form, ...given }, key) =>
      changed(await varyAward(c, formIn(form), given, key as MoveKey)),
  }),
  operation<SignedIn, Body>({
    id: "consentToCarryOver",
    method: "post",
    path: at("carry-over"),
    tag,
    summary: "Agree that money of one financial year is spent in the next",
    keyed: true,
    asks: z.strictObject({ from: z.string().max(10), amount: pence, because: reason }),
    gives: z.object({ ...about, from: z.string(), amount: pence }),
    does: async (c, given, key) => changed(await consentToCarryOver(c, given, key as MoveKey)),
  }),
  operation<SignedIn, Body>({
    id: "decideMidPhase",
    method: "post",
    path: at("mid-phase"),
    tag,
    summary: "Decide in the middle of a pilot whether the site goes on",
    keyed: true,
    asks: z.strictObject({
      decision: z.enum(Object.keys(midPhase) as [keyof typeof midPhase]),
      because: reason,
    }),
    gives: z.object({ ...about, decision: z.string() }),
    does: async (c, given, key) => changed(await decideMidPhase(c, given, key as MoveKey)),
  }),
  operation<SignedIn, Body>({
    id: "stopSite",
    method: "post",
    path: at("leave"),
    tag,
    summary: "Set the last day of a site that is stopped: its calendar ends with it",
    keyed: true,
    asks: z.strictObject({ on: plainDate, because: reason, told: reason.optional() }),
    gives: z.object({ ...about, on: plainDate }),
    does: async (c, given, key) => changed(await stopSite(c, given, key as MoveKey)),
  }),
]
