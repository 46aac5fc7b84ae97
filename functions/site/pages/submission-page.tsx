import type { Child } from "hono/jsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import type { C, OnDesk } from "../desk.ts"

type Props = {
  c: C
  desk: Pick<OnDesk, "head" | "organisation" | "sentence">
  title: string
  caption?: string
  back?: { href: string; text?: string }
  wrong?: boolean
  plain?: boolean
  wide?: boolean
  before?: Child
  children: Child
}

export const at = ({ head, organisation }: Pick<OnDesk, "head" | "organisation">) =>
  `/organisations/${organisation.id}/submissions/${head.reference}`

/** In place of a form, where its move is not open to this person as things stand. */
export const NotNow = () => (
  <InsetText>This is not possible as things stand. The line above says where it is.</InsetText>
)

/** Every page of a submission: what it is, and whether it has gone, before anything else. */
export const SubmissionPage = ({
  c,
  desk,
  title,
  caption,
  back,
  wrong,
  plain,
  wide,
  before,
  children,
}: Props) => (
  <Page c={c} title={`${title} – ${desk.head.reference}`} back={back} wrong={wrong} plain={plain} wide={wide}>
    {before}
    <span class="govuk-caption-l">
      {caption ?? (
        <>
          {desk.organisation.name}, reference <span class="unbroken">{desk.head.reference}</span>
        </>
      )}
    </span>
    <h1 class="govuk-heading-l">{title}</h1>
    <SentenceOf sentence={desk.sentence} />
    {children}
  </Page>
)
