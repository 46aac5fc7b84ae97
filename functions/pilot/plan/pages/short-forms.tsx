import { type Milestone, milestoneWords } from "../../../../shared/domain/coaching/plan-milestones.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Doubts, recognised } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { commentAt, here, milestoneAt } from "../addresses.ts"

const backTo = (c: C) => ({ href: here(placeHere(c)), text: "The pilot plan" })

/** What somebody says about the plan, or one line of it. */
export const CommentPage = ({ c, form, tried }: { c: C; form: Section; tried?: Tried }) => (
  <FormPage
    c={c}
    section={form}
    action={commentAt(placeHere(c))}
    back={backTo(c)}
    caption={placeHere(c).name}
    button="Comment"
    entries={{ on: c.req.query("on") ?? "whole" }}
    keyed
    tried={tried}
    after={<Doubts tried={tried} hint={recognised} />}
  />
)

type Marking = { c: C; form: Section; one: Milestone; what: "done" | "moved"; tried?: Tried }

/** What the site says of a milestone: that it is done, or its new day. */
export const MilestonePage = ({ c, form, one, what, tried }: Marking) => (
  <FormPage
    c={c}
    section={form}
    action={milestoneAt(placeHere(c), one.id, what)}
    back={backTo(c)}
    caption={placeHere(c).name}
    button={what === "done" ? "Say that it is done" : "Move it"}
    keyed
    tried={tried}
    before={
      <InsetText>
        {one.what}. {milestoneWords(one, londonDate(c.var.world.now()))}
      </InsetText>
    }
  />
)
