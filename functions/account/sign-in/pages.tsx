import type { Child } from "hono/jsx"
import type { Asking } from "../../../shared/web/env.ts"
import { Contact } from "../../../shared/web/errors.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { addressOf, signInAt, startAt } from "./addresses.ts"

type Props = { c: Asking; next?: string }

export const DepartmentSignInPage = ({ c, next }: Props) => {
  const { identity } = c.var.world.settings
  if (!identity) return NotSetUpPage({ c, next })
  return (
    <Words c={c} title="Sign in with your department account">
      <p class="govuk-body">
        For readers, the chair of the selection panel, decision-makers and finance. You sign in at{" "}
        {identity.name} and come back here. There is no password to remember for this service.
      </p>
      <Button href={addressOf(startAt, next)}>Sign in with your department account</Button>
      <ByLink next={next} />
    </Words>
  )
}

const NotSetUpPage = ({ c, next }: Props) => (
  <Words c={c} title="Sign in with your department account">
    <p class="govuk-body">Single sign-on with a department account is not set up here.</p>
    <Button href={addressOf("/sign-in", next)}>Sign in with a link</Button>
  </Words>
)

export const NoAccessPage = ({ c }: { c: Asking }) => (
  <Words c={c} title="You do not have access">
    <p class="govuk-body">
      You signed in to your department account. Nobody has invited its email address to a role of the
      department here, or the access has ended.
    </p>
    <Contact c={c} />
    <ByLink />
  </Words>
)

export const NotFinishedPage = ({ c, next }: Props) => (
  <Words c={c} title="Sign-in did not finish">
    <p class="govuk-body">
      It took longer than 10 minutes, it was begun in another tab or browser, or the department’s sign-in did
      not say who you are. You are not signed in.
    </p>
    <Button href={addressOf(signInAt, next)}>Start again</Button>
    <Contact c={c} />
  </Words>
)

export const NoAnswerPage = ({ c, next }: Props) => (
  <Words c={c} title="The department’s sign-in does not answer">
    <p class="govuk-body">You are not signed in. Wait a few minutes, then try again.</p>
    <Button href={addressOf(signInAt, next)}>Try again</Button>
    <Contact c={c} />
  </Words>
)

const ByLink = ({ next }: { next?: string }) => (
  <p class="govuk-body">
    Not at the department?{" "}
    <a class="govuk-link" href={addressOf("/sign-in", next)}>
      Sign in with a link we email you
    </a>
  </p>
)

const Words = ({ c, title, children }: { c: Asking; title: string; children: Child }) => (
  <Page c={c} title={title}>
    <h1 class="govuk-heading-l">{title}</h1>
    {children}
  </Page>
)
