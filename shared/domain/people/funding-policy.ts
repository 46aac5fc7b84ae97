import type { VerbName } from "../funding/play.ts"
import { type Actor, grantFor, programmeGrantFor } from "./actor.ts"
import type { Grant } from "./grant.ts"
import { type Role, roles } from "./role.ts"

/** What is done about money that is no line of a ledger: reading it, and what is said about a return. */
export type FundingRight =
  | VerbName
  | "see money"
  | "see own money"
  | "answer questions on figures"
  | "add evidence"
  | "open evidence"
  | "send payments to the payer"

/**
 * Who may do what about the money of a site. A role of an organisation has its rights over that one alone. Besides
 * these, one person never does both of two things: whoever authorises a payment did not accept what it waits for, and
 * whoever approves a recovery did not ask for it. The ledger holds that (`paying.ts`, `recovering.ts`).
 */
// biome-ignore format: a table is read by its columns
export const fundingPolicy: Record<FundingRight, readonly Role[]> = {
  "see money":                   ["coordinator", "finance", "decision-maker", "chair", "coach", "evaluator"],
  "see own money":               ["lead", "contributor", "sponsor", "certifier"],
  offer:                         ["finance", "decision-maker"],
  "accept offer":                ["sponsor", "certifier"],
  "decline offer":               ["sponsor"],
  "set up":                      ["lead", "contributor", "governance"],
  vary:                          ["decision-maker", "finance"],
  "accept return":               ["finance"],
  "reopen return":               ["finance"],
  "accept statement":            ["finance"],
  "reopen statement":            ["finance"],
  "answer questions on figures": ["lead", "contributor"],
  "add evidence":                ["lead", "contributor"],
  "open evidence":               ["lead", "contributor", "sponsor", "certifier", "coordinator", "finance", "decision-maker"],
  "authorise payment":           ["finance", "decision-maker"],
  "send payments to the payer":  ["finance", "decision-maker"],
  "confirm payment":             ["finance"],
  "fail payment":                ["finance"],
  "consent to carry over":       ["decision-maker", "finance"],
  "decide mid-phase":            ["decision-maker"],
  leave:                         ["lead", "sponsor", "decision-maker"],
  reconcile:                     ["finance"],
  "owe back":                    ["finance"],
  "ask back":                    ["finance"],
  "approve recovery":            ["finance", "decision-maker"],
  "receive recovery":            ["finance"],
  "choose for checking":         ["finance"],
  check:                         ["finance"],
  close:                         ["finance"],
}

/** The grant by which somebody has a right over the money of an organisation: one of its own before one of the programme. */
export const fundingGrantFor = (
  actor: Actor,
  right: FundingRight,
  organisation?: string,
): Grant | undefined => {
  const allowed = fundingPolicy[right]
  const at = (where: "organisation" | "programme") => allowed.filter((one) => roles[one].at === where)
  const own = organisation === undefined ? undefined : grantFor(actor, organisation, at("organisation"))
  return own ?? programmeGrantFor(actor, at("programme"))
}

export const mayWithMoney = (actor: Actor, right: FundingRight, organisation?: string) =>
  fundingGrantFor(actor, right, organisation) !== undefined

/** Whether somebody may enter the pages of the money of every site. */
export const mayEnterFunding = (actor: Actor) => mayWithMoney(actor, "see money")

/** Whether somebody sees the money of the sites that they coach, and of no other: they hold no other role that sees it. */
export const seesOwnSitesMoney = (actor: Actor) =>
  !programmeGrantFor(
    actor,
    fundingPolicy["see money"].filter((role) => role !== "coach"),
  )
