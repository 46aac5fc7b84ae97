import * as z from "zod"
import { actualByRow, countingOf } from "../../../shared/domain/funding/balances.ts"
import {
  returnShape as shape,
  returnShown as shown,
  whoAndWhen,
} from "../../../shared/web/reviewing/shown.ts"
import { earlierThan, standsInTheWay } from "./accepting.ts"
import type { OnMoney } from "./desk.ts"

export const returnShape = shape.extend({
  certifiedBy: z.string().optional(),
  checked: whoAndWhen.optional().meta({ description: "Found to be complete: of this version alone" }),
  inTheWay: z.string().optional().meta({ description: "Why it could not be accepted as things stand" }),
  before: z
    .object({ title: z.string(), spent: z.record(z.string(), z.int()) })
    .optional()
    .meta({ description: "What was last accepted before it: pence by line" }),
})

/** What was last accepted of the periods before it: pence by line. */
export const acceptedBefore = ({ account, facts }: Pick<OnMoney, "account" | "facts">) => {
  const last = account && countingOf(account).findLast((one) => one.to < facts.return.to)
  return last && { title: last.title, spent: actualByRow([last]) }
}

export const certifierOf = ({ said }: OnMoney) =>
  said.signatures.find(({ role }) => role === "certifier")?.name

export const inTheWayOf = (desk: OnMoney) => standsInTheWay({ ...desk, earlier: earlierThan(desk) })

/** A return as the API shows it to the department. */
export const returnShown = (desk: OnMoney) => {
  const { head } = desk
  const { checked } = head.review ?? {}
  const certifiedBy = certifierOf(desk)
  const before = acceptedBefore(desk)
  const inTheWay = head.state === "sent" ? inTheWayOf(desk) : undefined
  return {
    ...shown(desk),
    ...(certifiedBy !== undefined && { certifiedBy }),
    ...(checked?.version === head.version && { checked: { by: checked.by.name, at: checked.at } }),
    ...(inTheWay !== undefined && { inTheWay }),
    ...(before && { before }),
  }
}
