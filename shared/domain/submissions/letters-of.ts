import type { Move } from "../../form/workflow.ts"
import { kindOf } from "../../kinds/index.ts"
import { isLive } from "../people/grant.ts"
import { type Role, roleNames } from "../people/role.ts"
import { policy } from "../people/submission-policy.ts"
import type { Context } from "./context.ts"
import type { Letter } from "./letter.ts"
import { asText, sentenceOf } from "./sentence.ts"
import type { Head } from "./submission.ts"

type Told = {
  letter: Letter["letter"]
  roles: (before: Head, after: Head) => readonly string[]
  sender?: boolean
  /** It also goes to the programme's own mailbox, which whoever sends it knows. */
  programme?: boolean
}

const writers: readonly Role[] = ["lead", "contributor", "sponsor"]
/** Who writes what is reported of the money. */
const preparers: readonly Role[] = ["lead", "contributor"]

/** Which move tells whom, at the organisation. A move that is not here sends nothing. */
const told: Partial<Record<Move, Told>> = {
  sign: {
    letter: "asked to confirm",
    roles: (before, after) =>
      before.waitingFor.length === 0 ? after.waitingFor.map(({ role }) => role) : [],
  },
  decline: { letter: "not yet", roles: () => preparers },
  send: {
    letter: "sent",
    roles: (_, after) => ["lead", "contributor", ...signersOf(after)],
    sender: true,
  },
  change: {
    letter: "changing",
    roles: (before) =>
      kindOf(before.kind).workflow === "sent and accepted"
        ? signersOf(before).filter((role) => role !== "lead")
        : kindOf(before.kind).ownPage
          ? []
          : ["sponsor"],
  },
  withdraw: { letter: "withdrawn", roles: () => writers },
  "ask to be late": { letter: "asked to be late", roles: () => writers, programme: true },
  suggest: { letter: "figure suggested", roles: () => preparers },
  ask: { letter: "figure question", roles: () => preparers },
  "send back": { letter: "sent back", roles: () => preparers },
  accept: { letter: "accepted", roles: (before) => [...preparers, ...signersOf(before)] },
  reopen: { letter: "opened again", roles: (before) => [...preparers, ...signersOf(before)] },
}

/** Whoever writes about a figure may write it: what is about one stays on the page. */
const ofEvaluation = ({ kind }: Head) => kindOf(kind).needs === "the evaluation"
const onItsPage = "The words are on its page: no letter holds a figure."

/** Who signed it and may read all of it: a receipt holds every answer. */
const signersOf = ({ kind, signatures }: Head) =>
  signatures.map(({ role }) => role).filter((role) => wholly(kind).some((one) => one === role))

const wholly = (kind: Head["kind"]) => roleNames.filter((role) => policy[kind].read[role] === "whole")

/**
 * The letters a move brings: one, to each person once, but not to somebody about what they just did (a receipt excepted).
 * Of what the team sends each month whoever sent it has a receipt, and nobody else a letter.
 */
export const lettersOf = (
  move: Move,
  before: Head,
  after: Head,
  context: Context,
  note?: string,
): Letter[] => {
  const tells = told[move]
  if (!tells) return []
  const { members, actor, at, occasion, organisation } = context
  const wanted = tells.roles(before, after)
  const light = kindOf(after.kind).ownPage !== undefined
  const to = members
    .filter(
      (one) => isLive(one, at) && wanted.includes(one.role) && (tells.sender || one.person !== actor.id),
    )
    .filter(({ person }) => !light || person === actor.id)
    .filter(({ email }, index, all) => all.findIndex((one) => one.email === email) === index)
    .map(({ name, email, role }) => ({ name, email, role }))
  if (to.length === 0 && !tells.programme) return []
  return [
    {
      letter: tells.letter,
      id: `${after.reference}#${String(after.events.number).padStart(6, "0")}`,
      organisation: organisation.id,
      organisationName: organisation.name,
      reference: after.reference,
      title: after.title,
      round: occasion.id,
      version: after.version,
      at: at.toISOString(),
      by: actor.name,
      to,
      ...(tells.programme && { programme: true }),
      ...(note !== undefined && { note: ofEvaluation(before) ? onItsPage : note }),
      window: occasion.window,
      ...(occasion.hearBy !== undefined && { decisionsBy: occasion.hearBy }),
      sentence: asText(sentenceOf(after, occasion, at)),
    },
  ]
}
