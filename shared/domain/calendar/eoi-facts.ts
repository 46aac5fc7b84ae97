import type { Round } from "./round.ts"

/** What a round and an organisation come to as facts of an expression of interest. */
export const eoiFacts = (round: Round, { id, name }: { id: string; name: string }) => ({
  round: {
    id: round.id,
    title: round.title,
    ceiling: round.ceiling,
    sections: round.sections.map((one) => one.id),
    signatures: round.signatures.map(({ role }) => role),
    quarters: round.quarters,
    startsBetween: round.startsBetween,
    partnerships: round.partnerships,
  },
  organisation: { id, name },
})

/** The same for an organisation that is not named yet: as anybody may read it. */
export const publicFacts = (round: Round) =>
  eoiFacts(round, { id: "your-organisation", name: "Your organisation" })
