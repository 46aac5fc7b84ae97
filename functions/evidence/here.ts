import type { Context } from "hono"
import { type Expected, occasionFor } from "../../shared/domain/calendar/expected.ts"
import { isTaken } from "../../shared/domain/calendar/window.ts"
import type { Evidence } from "../../shared/domain/funding/evidence.ts"
import { type FundingRight, fundingPolicy, mayWithMoney } from "../../shared/domain/people/funding-policy.ts"
import { roles } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { workflows } from "../../shared/form/workflow.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import { accountsIn } from "../../shared/store/accounts.ts"
import { evidenceIn } from "../../shared/store/evidence.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import type { SignedIn } from "../../shared/web/env.ts"

export type C = Context<SignedIn>

export const organisationIn = (c: C) => c.req.param("organisation") ?? ""

const may = (c: C, right: FundingRight) => mayWithMoney(c.var.actor, right, organisationIn(c))

/** A return with its files, as whoever asks sees it. */
export type Desk = {
  expected: Expected
  files: Evidence[]
  /** Whether files can be added to it and taken away, by anybody. */
  open: boolean
  mayAdd: boolean
}

/** The return in the address, where it is about money and its site has an award. Whoever may not open a file finds nothing. */
export const deskHere = async (c: C): Promise<Desk> => {
  if (!may(c, "open evidence")) throw new Refused("not found")
  const { table, now } = c.var.world
  const organisation = organisationIn(c)
  const expected = await expectedIn(table).of(organisation, c.req.param("round") ?? "")
  if (!expected || kindOf(expected.kind).needs !== "the account") throw new Refused("not found")
  const [account, files] = await Promise.all([
    accountsIn(table).account(organisation, expected.phase),
    evidenceIn(table, organisation).inPhase(expected.phase),
  ])
  if (!account) throw new Refused("not found")
  return {
    expected,
    files: files.filter(({ round, state }) => round === expected.round && state !== "removed"),
    open: isOpen(expected, now()),
    mayAdd: may(c, "add evidence"),
  }
}

/** Somebody could still write in it, and send it. */
const isOpen = (one: Expected, at: Date) => {
  if (one.notNeeded) return false
  const { state = "draft", back } = one.stands ?? {}
  const moves = workflows[kindOf(one.kind).workflow][state]
  return moves.save !== undefined && (back !== undefined || isTaken(occasionFor(one).window, at))
}

/** The same for whoever adds a file or takes one away, while that is possible. */
export const openDesk = async (c: C): Promise<Desk> => {
  const desk = await deskHere(c)
  if (!desk.mayAdd)
    throw new Refused("not allowed", {
      says: `This is for the ${fundingPolicy["add evidence"].map((one) => roles[one].words).join(" or a ")}.`,
    })
  if (!desk.open)
    throw new Refused("not possible now", {
      says: "The return cannot be changed now, and nor can its files. If it was sent, choose “Change what you sent” first.",
    })
  return desk
}

/** One of its files, by the address. */
export const fileHere = (c: C, { files }: Pick<Desk, "files">): Evidence => {
  const found = files.find(({ id }) => id === c.req.param("id"))
  if (!found) throw new Refused("not found")
  return found
}

/** A file of any site, for whoever may open them. */
export const departmentFile = async (c: C): Promise<Evidence> => {
  if (!may(c, "open evidence"))
    throw new Refused("not allowed", { says: "This is for the coordinators and the department." })
  const found = await evidenceIn(c.var.world.table, organisationIn(c)).one(
    c.req.param("phase") ?? "",
    c.req.param("id") ?? "",
  )
  if (!found || found.state === "removed") throw new Refused("not found")
  return found
}
