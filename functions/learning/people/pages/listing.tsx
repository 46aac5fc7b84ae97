import type { answersOf } from "../../../../shared/domain/learning/listing.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { Doubts } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { peopleAt, youAt } from "../../addresses.ts"
import type { C } from "../../here.ts"

type Props = { c: C; form: Section; answers?: ReturnType<typeof answersOf>; tried?: Tried }

/** One's own listing: nobody else's can be written. */
export const ListingPage = ({ c, form, answers, tried }: Props) => (
  <FormPage
    c={c}
    section={form}
    action={youAt}
    back={{ href: peopleAt, text: "People you can ask" }}
    button="Be listed"
    keyed
    entries={answers && fieldsOf(form, answers)}
    tried={tried}
    before={<p class="govuk-body">You are named as {c.var.actor.name}.</p>}
    after={<Doubts tried={tried} />}
  />
)
