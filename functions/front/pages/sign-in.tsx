import type { Asking } from "../../../shared/web/env.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"

/** The department's own sign-in is another function's. */
export const departmentSignIn = (next?: string) =>
  `/sign-in/department${next ? `?next=${encodeURIComponent(next)}` : ""}`

type SignIn = { c: Asking; next?: string; typed?: string; problem?: string }

export const SignInPage = ({ c, next, typed = "", problem }: SignIn) => (
  <Page c={c} title="Sign in" wrong={problem !== undefined}>
    {problem && <ErrorSummary errors={[{ text: problem, href: "#email" }]} />}
    <h1 class="govuk-heading-l">Sign in</h1>
    {next?.includes("/typed/") && (
      <InsetText>
        You were signed out before you pressed Save. <strong>What you typed is kept</strong>, and is not saved
        yet: sign in to save it.
      </InsetText>
    )}
    <p class="govuk-body">We send you an email with a link. There is no password to remember.</p>
    <form method="post" action="/sign-in" novalidate>
      {next && <input type="hidden" name="next" value={next} />}
      <Input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        spellcheck={false}
        label={{ text: "Your work email address", size: "s" }}
        hint="Use the address at your own organisation. If you were invited, use the address the invitation came to."
        value={typed}
        errorMessage={problem}
      />
      <Button preventDoubleClick>Send me a link</Button>
    </form>
    {c.var.world.settings.identity && (
      <p class="govuk-body">
        Work at the department?{" "}
        <a class="govuk-link" href={departmentSignIn(next)}>
          Sign in with your department account
        </a>
      </p>
    )}
  </Page>
)

export const CheckYourEmail = ({ c, email, next }: { c: Asking; email: string; next?: string }) => (
  <Page c={c} title="Check your email">
    <h1 class="govuk-heading-l">Check your email</h1>
    <p class="govuk-body">
      If <strong>{email}</strong> may sign in here, we have sent a link to it. The link works once, for 15
      minutes. A newer link takes the place of an older one.
    </p>
    <InsetText>
      No email after a few minutes? Look in your junk mail. Addresses at an English council with adult social
      care duties can always sign in; everybody else needs an invitation.
    </InsetText>
    <form method="post" action="/sign-in">
      <input type="hidden" name="email" value={email} />
      {next && <input type="hidden" name="next" value={next} />}
      <Button variant="secondary" preventDoubleClick>
        Send another link
      </Button>
    </form>
  </Page>
)

type Link = { c: Asking; token: string; email: string; known: boolean; problem?: string }

/** Looking at this page uses nothing up: mail scanners look, only a person presses the button. */
export const LinkPage = ({ c, token, email, known, problem }: Link) => (
  <Page c={c} title="Sign in with your link" plain wrong={problem !== undefined}>
    {problem && <ErrorSummary errors={[{ text: problem, href: "#name" }]} />}
    <h1 class="govuk-heading-l">Sign in</h1>
    <p class="govuk-body">You are signing in as {email}.</p>
    <form method="post" action="/sign-in/link" novalidate>
      <input type="hidden" name="token" value={token} />
      {!known && (
        <Input
          id="name"
          name="name"
          autocomplete="name"
          label={{ text: "Your full name", size: "s" }}
          hint="It is your first time here. Your colleagues see this name beside what you save."
          errorMessage={problem}
        />
      )}
      <Button preventDoubleClick>Sign in</Button>
    </form>
  </Page>
)

export const LinkIsOver = ({ c }: { c: Asking }) => (
  <Page c={c} title="This link does not work any more">
    <h1 class="govuk-heading-l">This link does not work any more</h1>
    <p class="govuk-body">
      It was used already, or it is older than 15 minutes, or a newer one was asked for.
    </p>
    {c.var.actor ? (
      <p class="govuk-body">
        You are signed in already.{" "}
        <a class="govuk-link" href="/home">
          Go to your work
        </a>
      </p>
    ) : (
      <Button href="/sign-in">Send me a new link</Button>
    )}
  </Page>
)

const AccountStaysSignedIn = () => (
  <p class="govuk-body">
    You sign out of this service only. Your department account stays signed in: on a shared computer, sign out
    of that too.
  </p>
)

export const SignOutPage = ({ c }: { c: Asking }) => (
  <Page c={c} title="Sign out">
    <h1 class="govuk-heading-l">Sign out</h1>
    <p class="govuk-body">Everything you saved is kept. What you typed and did not save is not.</p>
    {c.var.entered?.by && <AccountStaysSignedIn />}
    <form method="post" action="/sign-out">
      <Button>Sign out</Button>
    </form>
  </Page>
)

export const SignedOut = ({ c }: { c: Asking }) => (
  <Page c={c} title="You are signed out">
    <h1 class="govuk-heading-l">You are signed out</h1>
    {c.var.entered?.by && <AccountStaysSignedIn />}
    <Button href="/sign-in" variant="secondary">
      Sign in again
    </Button>
  </Page>
)
