import type { Kind, KindId } from "../../kinds/index.ts"
import { londonDate } from "../../values/london.ts"
import { type Round, standingOf } from "../calendar/round.ts"
import { type Actor, grantFor } from "../people/actor.ts"
import type { Organisation } from "../people/organisation.ts"
import { may, rolesWith } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import { mayLead } from "../selection/can-you-apply.ts"
import { beginning, type Event, link } from "./event.ts"
import type { Head } from "./submission.ts"

type Context = {
  actor: Actor
  at: Date
  kind: Kind
  round: Round
  organisation: Organisation
  reference: string
}

/** The first line of a submission: an empty draft, with the event that began it. */
export const begin = ({
  actor,
  at,
  kind,
  round,
  organisation,
  reference,
}: Context): { head: Head; event: Event } => {
  const id = kind.id as KindId
  if (!may(actor, "start", { kind: id, organisation: organisation.id })) throw new Refused("not allowed")
  const standing = standingOf(round, at)
  if (standing !== "open")
    throw new Refused(standing === "closed" ? "too late" : "not possible now", {
      says: `This round is ${standing}.`,
    })
  const can = mayLead(round, organisation, londonDate(at))
  if (can.answer === "no") throw new Refused("not possible now", { says: can.because })

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
      round: round.id,
      title: round.title,
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
