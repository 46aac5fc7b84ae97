import { answersOf } from "../../../shared/domain/coaching/plan-version.ts"
import { type ExportedPlan, planRows, planText } from "../../../shared/domain/evaluation/plan/export.ts"
import { type TheoryBox, theoryBoxes } from "../../../shared/domain/evaluation/plan/theory.ts"
import { answersAt, type EvaluationVersion } from "../../../shared/domain/evaluation/plan/version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { type C, mayHere } from "../../../shared/web/evaluation/here.ts"
import { agreedHere, countingHere, storeHere } from "./desk.ts"
import { Picture } from "./pages/picture.tsx"

const exportedHere = async (c: C): Promise<ExportedPlan> => {
  const { place, title, listed, version, held } = await agreedHere(c)
  const { lockedAt } = held
  return { name: place.name, phase: title, version, listed, ...(lockedAt !== undefined && { lockedAt }) }
}

export const csvHere = async (c: C) => fileOf(c, "csv", csvOf(planRows(await exportedHere(c))))

export const textHere = async (c: C) =>
  fileOf(c, "txt", planText(await exportedHere(c), londonDate(c.var.world.now())))

/** The picture of how it is meant to work, as a file: of what is agreed, else of the draft for whoever may read it. */
export const pictureHere = async (c: C) => {
  const counting = await countingHere(c)
  const boxes = counting.version ? boxesOf(counting.version) : await draftBoxes(c)
  const drawn = String(
    <Picture boxes={boxes} shape="wide" id="theory" title={titleOf(counting.place.name)} />,
  )
  return fileOf(c, "svg", `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`)
}

export const titleOf = (name: string) => `How the pilot of ${name} is meant to work`

/** What a version says of how it works. */
export const boxesOf = ({ sections }: Pick<EvaluationVersion, "sections">): TheoryBox[] =>
  theoryBoxes(answersOf({ sections: sections.filter(({ id }) => id === "theory") }))

const draftBoxes = async (c: C): Promise<TheoryBox[]> => {
  const { place } = await countingHere(c)
  const plan = mayHere(c, "comment on evaluation plan") ? await storeHere(c).plan(place) : undefined
  if (!plan) throw new Refused("not possible now", { says: "No version of this plan is agreed by both yet." })
  return theoryBoxes(answersAt(plan, "theory"))
}

const types = {
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
}

const fileOf = (c: C, ending: keyof typeof types, text: string) => {
  const { organisation, phase } = c.req.param() as { organisation: string; phase: string }
  const name = ending === "svg" ? "how-it-works" : "evaluation-plan"
  c.header("content-type", types[ending])
  c.header("content-disposition", `attachment; filename="${organisation}-${phase}-${name}.${ending}"`)
  return c.body(text)
}
