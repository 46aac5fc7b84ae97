import type { Figure, Figures } from "../../kinds/measures/figure.ts"
import type { Change } from "../submissions/change.ts"
import { type Action, carriedInto, closed, newAction } from "./action.ts"

/** What a move says in figures, where it sends anything. */
export const figuresIn = ({ figures, also }: Change): Figures | undefined =>
  also ? figuresIn(also) : figures

type Given = {
  figures: Figures
  open: readonly Action[]
  /** What each measure is called. */
  names: Record<string, string>
  site: string
  by: { person: string; name: string }
}

/**
 * What is not known as a return is sent has to be given by its day; what the same return gives, sent again, is done.
 * Pairs are as they are to be written.
 */
export const afterFigures = ({
  figures,
  open,
  names,
  site,
  by,
}: Given): { after: Action; before?: Action }[] => {
  const at = new Date(figures.at)
  const { reference, title, version } = figures
  const about = open.flatMap((one) =>
    one.from.kind === "figure" && one.from.reference === reference
      ? [{ one, measure: one.from.measure }]
      : [],
  )
  const unknown = figures.figures.flatMap(notKnown)
  const given = about
    .filter(({ measure }) => !unknown.some((each) => each.measure === measure))
    .map(({ one }) => ({
      before: one,
      after: closed(one, { evidence: `Said in ${title}, version ${version}.` }, by, at),
    }))
  const wanted = unknown.flatMap(({ measure, knownBy }) => {
    const before = about.find((each) => each.measure === measure)?.one
    if (before?.due === knownBy) return []
    if (before) {
      const into = { kind: "return", id: figures.round, title: `version ${version} of ${title}` }
      return [{ before, after: carriedInto(before, into, at, knownBy) }]
    }
    return [{ after: toGive(figures, { measure, knownBy }, { names, site, by }) }]
  })
  return [...given, ...wanted]
}

const notKnown = ({ measure, value }: Figure) =>
  "notKnown" in value ? [{ measure, knownBy: value.knownBy }] : []

const toGive = (
  { organisation, phase, reference, title, version, at }: Figures,
  { measure, knownBy }: { measure: string; knownBy: string },
  { names, site, by }: Pick<Given, "names" | "site" | "by">,
): Action =>
  newAction(
    {
      id: `${knownBy}-${reference}-figure-${measure}-${version}`,
      organisation,
      phase,
      name: site,
      text: `Give “${names[measure] ?? measure}”, which was not known in ${title}`,
      due: knownBy,
      from: { kind: "figure", reference, measure, title },
      owner: "site",
    },
    by,
    new Date(at),
  )
