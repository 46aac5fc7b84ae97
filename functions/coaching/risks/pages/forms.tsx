import { type Risk, riskName } from "../../../../shared/domain/coaching/risk.ts"
import { riskAnswers } from "../../../../shared/domain/coaching/risk-answers.ts"
import { closeForm } from "../../../../shared/domain/coaching/risk-form.ts"
import type { Entries } from "../../../../shared/form/question.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { registerAt, riskAt } from "../desk.ts"
import { formHere } from "../moves.ts"
import { closedWords } from "./words.ts"

export const addTitle = "Add a risk"
export const lookTitle = "Look at this risk again"

export const AddPage = ({ c, entries, tried }: { c: C; entries?: Entries; tried?: Tried }) => (
  <FormPage
    c={c}
    section={formHere(c, addTitle)}
    action={`${registerAt(c)}/add`}
    back={{ href: registerAt(c), text: "Risks" }}
    caption={placeHere(c).name}
    button="Add it"
    entries={entries}
    keyed
    tried={tried}
  />
)

type Props = { c: C; one: Risk; tried?: Tried }

/** What was seen last stands on the form: what has changed is changed there, and the last look is kept. */
export const LookPage = ({ c, one, tried }: Props) => {
  const section = formHere(c, lookTitle)
  const clash = tried?.refusal === "changed by someone else"
  return (
    <FormPage
      c={c}
      section={section}
      action={`${riskAt(c, one.id)}/look`}
      back={{ href: riskAt(c, one.id), text: "The risk" }}
      caption={`${placeHere(c).name}, ${riskName(one)}`}
      button="Save this look"
      entries={fieldsOf(section, riskAnswers(one, londonDate(c.var.world.now())))}
      hidden={{ seen: (!clash && tried?.entries.seen) || String(one.revision) }}
      keyed
      tried={tried}
      before={one.state === "closed" && <InsetText>{closedWords(one)} Saving this opens it again.</InsetText>}
    />
  )
}

export const ClosePage = ({ c, one, tried }: Props) => (
  <FormPage
    c={c}
    section={closeForm}
    action={`${riskAt(c, one.id)}/close`}
    back={{ href: riskAt(c, one.id), text: "The risk" }}
    caption={`${placeHere(c).name}, ${riskName(one)}`}
    button="Close it"
    keyed
    tried={tried}
    before={<InsetText>{one.state === "closed" ? closedWords(one) : one.title}</InsetText>}
  />
)
