import type { Round } from "../calendar/round.ts"
import { existsOn, type Organisation } from "../people/organisation.ts"

/** What is asked before the form, and answered at once. */
export type Asked = {
  organisation?: Organisation
  director: "yes" | "no" | "not yet"
  finance: "yes" | "no" | "not yet"
}

export type CanApply =
  | { answer: "yes" }
  | { answer: "yes, but"; caveats: string[] }
  | { answer: "no"; because: string; next: string }

const askUs = "If you think this is wrong, ask us before you write anything."

/** Whether an organisation may lead in a round at all: the test that starting one is held to. */
export const mayLead = (round: Round, organisation: Organisation, today: string): CanApply => {
  const { id, kind, name } = organisation
  const barred = round.barred.find((one) => one.organisation === id)
  if (barred) return { answer: "no", because: barred.because, next: askUs }
  if (!existsOn(organisation, today))
    return { answer: "no", because: `${name} is not a council today.`, next: askUs }
  if (!round.mayLead.includes(kind))
    return {
      answer: "no",
      because: `This round is led by ${listed(round.mayLead)}.`,
      next: "You can be named as a partner by an organisation that leads.",
    }
  return { answer: "yes" }
}

export const canYouApply = (
  round: Round,
  { organisation, director, finance }: Asked,
  today: string,
): CanApply => {
  if (!organisation)
    return {
      answer: "no",
      because:
        "This round is for English councils with adult social care duties, and partnerships led by one.",
      next: "You can be named as a partner by a council that leads. If your council is missing from the list, ask us.",
    }
  const leads = mayLead(round, organisation, today)
  if (leads.answer !== "yes") return leads
  if (director === "no")
    return {
      answer: "no",
      because:
        "An expression of interest needs a sponsor: your director of adult social services, your principal social worker, or a delegate of theirs.",
      next: "Speak to them first. You can come back until the round closes.",
    }
  const caveats = [
    ...(director === "not yet"
      ? [
          "Your sponsor must confirm by their own sign-in before you can send. Tell them now that you are writing it.",
        ]
      : []),
    ...(finance === "yes"
      ? []
      : [
          "If you are successful, your section 151 officer accepts the money with you. Tell them before you send.",
        ]),
  ]
  return caveats.length ? { answer: "yes, but", caveats } : { answer: "yes" }
}

const listed = (kinds: string[]) => kinds.map((kind) => inWords[kind as Organisation["kind"]]).join(" or ")

const inWords: Record<Organisation["kind"], string> = {
  council: "a council",
  nhs: "an NHS body",
  "transforming-care-partnership": "a Transforming Care Partnership",
  other: "another organisation",
}
