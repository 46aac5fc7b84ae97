import type { Report } from "../../../shared/domain/evaluation/reports/report.ts"
import { type EvaluationLetter, evaluationLetterTo } from "../../../shared/domain/letters/written.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import type { Action } from "../../../shared/store/action.ts"
import { keys } from "../../../shared/store/keys.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { dateWords } from "../../../shared/values/london.ts"
import { storiesIn } from "../../../shared/web/evaluation/addresses.ts"
import { type C, phaseHere } from "../here.ts"
import { reportIn } from "./desk.ts"

/** To each site and the department: a report is there, and until when its facts are checked. */
export const issuedLetters = async (c: C, one: Report): Promise<Action[]> => {
  const people = peopleIn(c.var.world.table)
  const { phase } = one
  const at = c.var.world.now()
  const until = one.issued ? dateWords(one.issued.factsBy) : ""
  const words = {
    subject: "A report of the evaluation: are its facts right?",
    lines: [
      "The evaluator has issued a report. It is not public yet.",
      `Say by ${until} where a fact in it is wrong.`,
    ],
  }
  const sites = await Promise.all(
    phaseHere(c).sites.map(async ({ organisation }) =>
      evaluationLetterTo(
        {
          ...words,
          id: `${one.id}#issued-${organisation}`,
          organisation,
          phase,
          path: `${storiesIn(organisation, phase)}/reports/${one.id}`,
        },
        { members: await people.membersOf(organisation), roles: ["lead"], at },
      ),
    ),
  )
  const department = evaluationLetterTo(
    {
      ...words,
      id: `${one.id}#issued`,
      organisation: programmeItself,
      phase,
      path: reportIn(phase, one.id),
    },
    {
      members: await people.membersOf(programmeItself),
      roles: ["coordinator", "chair", "reader", "decision-maker"],
      at,
    },
  )
  return [...sites.flat(), ...department].map((letter) => put(c, letter))
}

const put = ({ var: { world } }: C, one: EvaluationLetter): Action => ({
  put: { ...keys.findingsLetter(world.settings.programme, one.id), ...one },
  when: "new",
})
