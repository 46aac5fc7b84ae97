import type { Kind, KindId } from "../../kinds/index.ts"
import type { Occasion } from "../calendar/occasion.ts"
import { isTaken, standingIn, untilWords } from "../calendar/window.ts"
import { type Actor, grantFor } from "../people/actor.ts"
import type { Organisation } from "../people/organisation.ts"
import { may, rolesWith } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import type { CanApply } from "../selection/can-you-apply.ts"
import { beginning, type Event, link } from "./event.ts"
import type { Head } from "./submission.ts"

type Context = {
  actor: Actor
  at: Date
  kind: Kind
  occasion: Occasion
  organisation: Pick<Organisation, "id">
  reference: string
  /** Whether this organisation may begin one at all, where that is asked. */
  can?: CanApply
  nil?: true
}

/** The first line of a submission: an empty draft, with the event that began it. */
export const begin = ({
  actor,
  at,
  kind,
  occasion,
  organisation,
  reference,
  can,
  nil,
}: Context): { head: Head; event: Event } => {
  const id = kind.id as KindId
  if (!may(actor, "start", { kind: id, organisation: organisation.id })) throw new Refused("not allowed")
  const { window } = occasion
  if (!isTaken(window, at)) {
    const standing = standingIn(window, at)
    throw new Refused(standing === "closed" ? "too late" : "not possible now", {
      says: window.rule === "closes" ? `This round is ${standing}.` : untilWords(window, at),
    })
  }
  if (can?.answer === "no") throw new Refused("not possible now", { says: can.because })

  const by = { person: actor.id, name: actor.name }
  const used = grantFor(actor, organisation.id, rolesWith("start", id))
  const { event } = link(
    {
      record: reference,
      number: 1,
      previous: beginning,
      at: at.toISOString(),
      move: "start",
      by: { ...by, role: used?.role ?? "", grant: used?.id ?? "" },
      revision: 1,
      version: 0,
    },
    undefined,
    "",
  )
  return {
    event,
    head: {
      reference,
      kind: id,
      edition: kind.edition,
      organisation: organisation.id,
      round: occasion.id,
      title: occasion.title,
      ...(nil && { nil }),
      state: "draft",
      revision: 1,
      version: 0,
      opened: `${at.toISOString()}#${reference}`,
      changedAt: at.toISOString(),
      changedBy: by,
      events: { number: 1, hash: event.hash },
      signatures: [],
      waitingFor: [],
    },
  }
}
