import * as z from "zod"
import { dateWords, londonDate, momentWords } from "../../values/london.ts"

/** How far a letter got with one person, as it is kept on the letter itself. */
const told = z.enum(["sending", "sent", "not sent", "may have been sent", "delayed", "bounced"])
export type Told = z.infer<typeof told>

/** Why a letter came back: the address took nothing, or whoever has it called it unwanted. */
const returned = z.object({ at: z.iso.datetime(), kind: z.enum(["refused", "unwanted"]) })
export type Returned = z.infer<typeof returned>

/** Where a letter keeps what became of it, for the person at this place of those it goes to. */
export const toldAt = (place: number) => ({
  state: `told${place}`,
  at: `told${place}At`,
  returned: `bounced${place}`,
})

/** How far it got, or nothing where nobody has tried yet. */
export const stateAt = (item: Record<string, unknown>, place: number): Told | undefined =>
  told.safeParse(item[toldAt(place).state]).data

/** Whether later word changes what is kept: what came back stays so, and a delay is told once. */
export const changes = (before: Told | undefined, word: "delayed" | "bounced") =>
  before !== "bounced" && before !== word

export type Telling = {
  name: string
  email?: string
  role?: string
  state: Told | "waiting"
  /** Since when, in programme time. */
  at?: string
  returned?: Returned
}

const addressed = z.object({
  to: z.array(z.object({ name: z.string(), email: z.string().optional(), role: z.string().optional() })),
  programme: z.boolean().optional(),
})
const instant = z.iso.datetime()

/** To whom a letter goes, each at their place, and how far it got. The programme's own mailbox comes last. */
export const tellings = (item: Record<string, unknown>): Telling[] => {
  const { to, programme } = addressed.parse(item)
  return [...to, ...(programme ? [{ name: "The programme team" }] : [])].map((one, place) => ({
    ...one,
    state: stateAt(item, place) ?? "waiting",
    at: instant.safeParse(item[toldAt(place).at]).data,
    returned: returned.safeParse(item[toldAt(place).returned]).data,
  }))
}

/** The same words on every page that says what became of a letter. */
export const toldWords = ({ state, at, returned }: Pick<Telling, "state" | "at" | "returned">): string => {
  const on = at ? ` on ${dateWords(londonDate(new Date(at)))}` : ""
  switch (state) {
    case "waiting":
      return "Waiting to be sent"
    case "sending":
      return "Being sent"
    case "sent":
      return at ? `Sent at ${momentWords(new Date(at))}` : "Sent"
    case "not sent":
      return "Not sent yet: it is tried again by itself"
    case "may have been sent":
      return "May have been sent: this page is the truth"
    case "delayed":
      return `Held up${on}: it may not have arrived`
    case "bounced":
      return `${returned?.kind === "unwanted" ? "Reported as unwanted" : "Came back"}${on}: telephone them`
  }
}
