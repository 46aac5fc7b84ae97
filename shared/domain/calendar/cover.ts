import { dayWords, londonDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { Actor } from "../people/actor.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import { siteGrantFor } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import { type CoverAnswer, coverAnswers, type Expected } from "./expected.ts"
import { withLine } from "./line.ts"
import { isSettled, stateOf } from "./state.ts"

/** How many working days before it is due the certifier is asked. */
const askedBefore = 15

type About = Pick<Expected, "owed" | "signs" | "rule" | "opens" | "by" | "locks" | "notNeeded" | "stands">

/** Whether somebody certifies it, and can still say who will be there. */
export const takesCover = (one: About, at: Date) =>
  one.owed &&
  one.signs.includes("certifier") &&
  !isSettled(one, at) &&
  at.getTime() < new Date(one.by).getTime()

/** Whether the certifier is asked now, and has not answered. */
export const asksCover = (one: About & Pick<Expected, "cover">, at: Date) =>
  takesCover(one, at) &&
  !one.cover &&
  stateOf(one, at) !== "waiting" &&
  londonDate(at) >= addWorkingDays(londonDate(new Date(one.by)), -askedBefore)

export const coverQuestion = ({ by, title }: Pick<Expected, "by" | "title">) =>
  `Will you be here on ${dayWords(londonDate(new Date(by)))} to certify “${title}”?`

/** Who else may certify it on the day it is due. */
export const deputiesOf = ({ by }: Pick<Expected, "by">, members: Member[], person: string): Member[] =>
  members.filter((one) => one.role === "certifier" && one.person !== person && isLive(one, new Date(by)))

type Context = { actor: Actor; at: Date; members: Member[]; salt: string }

/** What the certifier says of the day. Nobody is named for them who cannot sign then. */
export const covering = (one: Expected, answer: CoverAnswer, { actor, at, members, salt }: Context) => {
  const used = siteGrantFor(actor, "answer cover", one.organisation)
  if (!used) throw new Refused("not allowed", { says: "The section 151 officer answers this." })
  if (!takesCover(one, at))
    throw new Refused("not possible now", { says: "Nobody is asked who certifies it any longer." })
  if (answer === "deputy" && deputiesOf(one, members, actor.id).length === 0)
    throw new Refused("not valid", { problems: [{ question: "answer", says: nobody(one) }] })
  const by = { person: actor.id, name: actor.name }
  return withLine(
    { ...one, cover: { answer, by, at: at.toISOString() } },
    {
      move: "answer cover",
      by: { ...by, role: used.role, grant: used.id },
      at,
      note: coverAnswers[answer],
      salt,
    },
  )
}

const nobody = ({ by }: Pick<Expected, "by">) =>
  `Nobody else is section 151 officer here on ${dayWords(londonDate(new Date(by)))}. Give your deputy access first, or choose another answer`
