import type { EventBridgeEvent } from "aws-lambda"
import { letterTags } from "../../shared/web/letter-tags.ts"
import type { Mail } from "../../shared/web/world.ts"

/** What may become of a letter after it has gone, and how Amazon SES tells of it. */
const told = {
  refused: ["Email Bounced", { eventType: "Bounce", bounce: { bounceType: "Permanent" } }],
  full: ["Email Bounced", { eventType: "Bounce", bounce: { bounceType: "Transient" } }],
  unwanted: ["Email Complaint Received", { eventType: "Complaint", complaint: {} }],
  late: ["Email Delivery Delayed", { eventType: "DeliveryDelay", deliveryDelay: {} }],
} as const
export type Fate = keyof typeof told

/** The event that says so, as EventBridge hands it over. */
export const mailEvent = (
  { to, letter }: Pick<Mail, "to" | "letter">,
  fate: Fate,
  at: Date,
): EventBridgeEvent<string, unknown> => {
  const [detailType, detail] = told[fate]
  const tags = Object.entries(letter ? letterTags(letter) : {}).map(([name, value]) => [name, [value]])
  return {
    id: "local",
    version: "0",
    account: "000000000000",
    time: at.toISOString(),
    region: "local",
    resources: [],
    source: "aws.ses",
    "detail-type": detailType,
    detail: { ...detail, mail: { destination: [to], tags: Object.fromEntries(tags) } },
  }
}
