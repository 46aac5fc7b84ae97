import type { KindOf } from "./kind.ts"
import { longText } from "./questions/index.ts"
import { section } from "./section.ts"

/**
 * The same return with nothing to report: a reason, and the signature of whoever states it. It is signed, sent, changed
 * and proved as any other, so that silence is never taken for it.
 */
export const nilOf = <Facts extends object>(kind: KindOf<Facts>): KindOf<Facts> => {
  const { nil } = kind
  if (!nil) return kind
  return {
    ...kind,
    title: `${kind.title}: nothing to report`,
    sections: () => [nothingToReport],
    signatures: () => [
      {
        role: "lead",
        covers: "all",
        differsFrom: [],
        declares: [nil.declares],
      },
    ],
    checks: () => [],
    warns: undefined,
    begins: undefined,
    uses: undefined,
    spends: nil.spends,
    figures: undefined,
    summary: [{ label: "Why there is nothing to report", section: nothingToReport.id, question: "reason" }],
  }
}

/** All that it asks. */
export const nothingToReport = section({
  id: "nothing",
  title: "Nothing to report",
  minutes: 2,
  asks: {
    reason: longText({
      label: "Why is there nothing to report?",
      called: "why there is nothing to report",
      hint: "One sentence is enough.",
      words: 100,
    }),
  },
})
