import { type Action, actionWords, doneForm } from "../../../../shared/domain/actions/action.ts"
import { carryForm, dropForm, type Nameable, setForm } from "../../../../shared/domain/actions/hand-forms.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { actionAt, actionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, siteHere, siteName } from "../../../../shared/web/coaching/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"

type Props = { c: C; one: Action; tried?: Tried }
type Way = { section: Section; way: string; button: string; hidden?: Record<string, string> }

/** What is done about one action: what it says stands above what is asked. */
const about = ({ c, one, tried }: Props, { section, way, button, hidden }: Way) => (
  <FormPage
    c={c}
    section={section}
    action={`${actionAt(one.organisation, one.id)}/${way}`}
    back={{ href: actionsAt(one.organisation), text: "What is to be done" }}
    button={button}
    hidden={hidden}
    keyed
    tried={tried}
    before={
      <InsetText>
        {one.text} {actionWords(one, londonDate(c.var.world.now()))}
      </InsetText>
    }
  />
)

export const DonePage = (props: Props) =>
  about(props, { section: doneForm, way: "done", button: "Say that it is done" })

export const DropPage = (props: Props) => about(props, { section: dropForm, way: "drop", button: "Drop it" })

/** The day that was read goes with it, so that two people do not move it past each other. */
export const CarryPage = (props: Props) =>
  about(props, {
    section: carryForm(props.one, props.c.var.world.now()),
    way: "carry",
    button: "Give it this day",
    hidden: { was: props.one.due },
  })

type Setting = { c: C; people: readonly Nameable[]; tried?: Tried }

export const SetPage = ({ c, people, tried }: Setting) => (
  <FormPage
    c={c}
    section={setForm(people, c.var.world.now())}
    action={`${actionsAt(siteHere(c))}/set`}
    back={{ href: actionsAt(siteHere(c)), text: "What is to be done" }}
    caption={siteName(c)}
    button="Set it"
    keyed
    tried={tried}
  />
)
