import type { Kind } from "../../kinds/index.ts"
import { Refused } from "../refused.ts"
import { problemsOf } from "./progress.ts"
import type { Head, SectionItem } from "./submission.ts"

/** Nobody puts their name to what is not finished: all of it, or the money where that is all they sign. */
export const complete = (
  kind: Kind,
  facts: unknown,
  sections: Record<string, SectionItem>,
  moneyOnly = false,
) => {
  const about = kind.sections(facts).filter(({ money }) => money || !moneyOnly)
  const problems = problemsOf(kind, facts, sections).filter(({ section }) =>
    about.some(({ id }) => id === section),
  )
  if (problems.length > 0) throw new Refused("not complete", { problems })
}

/** Nor to what they have not read: `seen` is the revision that was on their screen. */
export const unchanged = (seen: number, head: Head) => {
  if (seen !== head.revision)
    throw new Refused("changed by someone else", {
      says: `${head.changedBy.name} changed it after you opened this page. Read it again, then go on.`,
    })
}
