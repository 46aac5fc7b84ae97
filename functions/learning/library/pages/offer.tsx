import type { Section } from "../../../../shared/form/section.ts"
import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Doubts } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { C } from "../../here.ts"

type Props = { c: C; form: Section; action: string; tried?: Tried }

/** Something that somebody offers straight: to the coordinators first, and to nobody else before they have decided. */
export const OfferPage = ({ c, form, action, tried }: Props) => (
  <FormPage
    c={c}
    section={form}
    action={action}
    back={{ href: learningAt, text: "What sites have learned" }}
    button="Send to the coordinators"
    keyed
    tried={tried}
    before={
      <InsetText>
        The coordinators read it and decide. They can shorten it, and then it says so. Others never read your
        name or your site.
      </InsetText>
    }
    after={<Doubts tried={tried} />}
  />
)
