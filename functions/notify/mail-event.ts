import type { EventBridgeEvent } from "aws-lambda"
import * as z from "zod"
import type { Returned } from "../../shared/domain/letters/told.ts"
import { letterIn } from "../../shared/web/letter-tags.ts"
import type { LetterPlace } from "../../shared/web/world.ts"

/** What Amazon SES tells of a letter after it has gone. */
export type MailEvent = EventBridgeEvent<string, unknown>

const mail = z.object({
  destination: z.tuple([z.string()], z.string()),
  tags: z.record(z.string(), z.array(z.string())).default({}),
})
const schema = z.object({
  source: z.literal("aws.ses"),
  detail: z.discriminatedUnion("eventType", [
    z.object({ eventType: z.literal("Bounce"), bounce: z.object({ bounceType: z.string() }), mail }),
    z.object({ eventType: z.literal("Complaint"), mail }),
    z.object({ eventType: z.literal("DeliveryDelay"), mail }),
  ]),
})
type Detail = z.infer<typeof schema>["detail"]

/** A letter came back for good, or is held up. `letter` is missing where nothing is kept of it. */
export type MailWord = { to: string; letter?: LetterPlace } & (
  | { state: "delayed" }
  | { state: "bounced"; kind: Returned["kind"] }
)

export const wordIn = (event: MailEvent): MailWord | undefined => {
  const { data } = schema.safeParse(event)
  return (
    data && {
      to: data.detail.mail.destination[0],
      letter: letterIn(data.detail.mail.tags),
      ...meaningOf(data.detail),
    }
  )
}

/** Only what is permanent says that an address takes nothing; a full mailbox does not. */
const meaningOf = (detail: Detail) => {
  if (detail.eventType === "Complaint") return { state: "bounced", kind: "unwanted" } as const
  if (detail.eventType === "Bounce" && detail.bounce.bounceType === "Permanent")
    return { state: "bounced", kind: "refused" } as const
  return { state: "delayed" } as const
}
