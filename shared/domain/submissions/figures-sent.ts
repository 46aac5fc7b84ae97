import type { Kind } from "../../kinds/index.ts"
import { type Figures, figures } from "../../kinds/measures/figure.ts"
import { phaseIn } from "../../values/reference.ts"
import { answersOf } from "./progress.ts"
import type { Head, SectionItem } from "./submission.ts"

/** What a return says in figures as it is sent: kept beside it, in place of what it said before. Nothing of any other. */
export const figuresSent = (
  kind: Kind,
  facts: unknown,
  sent: Head,
  sections: Record<string, SectionItem>,
  at: string,
): Figures | undefined => {
  const said = kind.figures?.(facts, answersOf(sections))
  if (!said) return undefined
  return figures.parse({
    ...said,
    organisation: sent.organisation,
    phase: phaseIn(sent.reference),
    round: sent.round,
    kind: sent.kind,
    title: sent.title,
    reference: sent.reference,
    version: sent.version,
    at,
    state: "sent",
    revision: sent.revision,
  })
}
