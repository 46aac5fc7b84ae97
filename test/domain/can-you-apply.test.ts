import { describe, expect, test } from "vitest"
import { type Asked, canYouApply, mayLead } from "../../shared/domain/selection/can-you-apply.ts"
import { halton, shortRound } from "./given.ts"

const today = "2017-08-14"
const says = ["yes", "not yet", "no"] as const
const cells = says.flatMap((director) => says.map((finance) => ({ director, finance })))
const asked = (more: Partial<Asked> = {}): Asked => ({
  organisation: halton,
  director: "yes",
  finance: "yes",
  ...more,
})

describe.each(cells)("the director says $director, finance says $finance", ({ director, finance }) => {
  const answer = canYouApply(shortRound, asked({ director, finance }), today)

  test("no only where the director says no; a plain yes only where both say yes", () => {
    expect(answer.answer === "no").toBe(director === "no")
    expect(answer.answer === "yes").toBe(director === "yes" && finance === "yes")
  })

  test("every no says why and what next; every but says what to do about it", () => {
    if (answer.answer === "no") expect([answer.because, answer.next].every(Boolean)).toBe(true)
    if (answer.answer === "yes, but")
      expect(answer.caveats).toHaveLength(Number(director !== "yes") + Number(finance !== "yes"))
  })
})

test.each([
  ["it is not on the list", undefined],
  ["it is barred", { ...halton, id: shortRound.barred[0]?.organisation ?? "" }],
  ["it is of another kind", { ...halton, kind: "nhs" as const }],
  ["it has ended", { ...halton, to: "2016-04-01" }],
])("an organisation cannot apply where %s, whoever supports it", (_, organisation) => {
  for (const { director, finance } of cells)
    expect(canYouApply(shortRound, { organisation, director, finance }, today).answer).toBe("no")
})

test("whoever can apply can begin, and the other way about", () => {
  for (const kind of ["council", "nhs", "other", "transforming-care-partnership"] as const)
    for (const id of ["halton", ...shortRound.barred.map(({ organisation }) => organisation)]) {
      const organisation = { ...halton, id, kind }
      expect(canYouApply(shortRound, asked({ organisation }), today).answer).toBe(
        mayLead(shortRound, organisation, today).answer,
      )
    }
})

test("a round that more kinds may lead names them all", () => {
  const round = { ...shortRound, mayLead: ["council", "nhs"] }
  const answer = mayLead(round, { ...halton, kind: "other" }, today)
  expect(answer).toMatchObject({ because: "This round is led by a council or an NHS body." })
})
