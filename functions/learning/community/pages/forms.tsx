import { writtenAnswers } from "../../../../shared/domain/learning/community.ts"
import {
  cancellingForm,
  planningForm,
  writingForm,
} from "../../../../shared/domain/learning/community-forms.ts"
import { type CommunitySession, whenWords } from "../../../../shared/domain/learning/community-session.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Doubts } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { sessionAt, sessionsAt } from "../../addresses.ts"
import type { C } from "../../here.ts"

type Props = { c: C; one: CommunitySession; tried?: Tried }

export const PlanPage = ({ c, tried }: Omit<Props, "one">) => (
  <FormPage
    c={c}
    section={planningForm(c.var.world.now())}
    action={`${sessionsAt}/plan`}
    back={{ href: sessionsAt, text: "Community of practice sessions" }}
    button="Plan it and tell people"
    keyed
    tried={tried}
  />
)

export const ChangePage = ({ c, one, tried }: Props) => {
  const form = planningForm(c.var.world.now(), "Change or move the session")
  const { title, on, from, to, place, agenda } = one
  return (
    <FormPage
      c={c}
      section={form}
      action={`${sessionAt(one.id)}/change`}
      back={backTo(one)}
      button="Save"
      keyed
      entries={fieldsOf(form, { title, on, from, to, place, agenda })}
      tried={tried}
      before={<InsetText>A letter goes where the day, the time or the place changes.</InsetText>}
    />
  )
}

export const CancelPage = ({ c, one, tried }: Props) => (
  <FormPage
    c={c}
    section={cancellingForm}
    action={`${sessionAt(one.id)}/cancel`}
    back={backTo(one)}
    caption={`${one.title}, ${whenWords(one)}`}
    button="It will not take place"
    keyed
    tried={tried}
  />
)

export const WriteUpPage = ({ c, one, tried }: Props) => {
  const form = writingForm(c.var.world.now(), one.held)
  return (
    <FormPage
      c={c}
      section={form}
      action={`${sessionAt(one.id)}/write-up`}
      back={backTo(one)}
      caption={one.title}
      button="Save"
      keyed
      entries={fieldsOf(form, writtenAnswers(one))}
      tried={tried}
      after={<Doubts tried={tried} />}
    />
  )
}

const backTo = ({ id, title }: CommunitySession) => ({ href: sessionAt(id), text: title })
