import { Page } from "../../../shared/web/layout.tsx"
import type { C } from "../here.ts"

type Props = { c: C; title: string; says: string; back: { href: string; text: string } }

/** In the place of a form that nothing can be sent with now: why, and the way back. */
export const NotNow = ({ c, title, says, back }: Props) => (
  <Page c={c} title={title} back={back}>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">{says}</p>
  </Page>
)
