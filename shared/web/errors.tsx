import type { Context, ErrorHandler, NotFoundHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { type Refusal, Refused } from "../domain/refused.ts"
import type { Asking, Base } from "./env.ts"
import { Page } from "./layout.tsx"

/** Each refusal's status, and its words where nothing more exact was said. */
export const refusalWords: Record<Refusal, { status: ContentfulStatusCode; title: string; says: string }> = {
  "not understood": { status: 400, title: "We could not read what was sent", says: "Go back and try again." },
  "not signed in": { status: 401, title: "Sign in first", says: "You need to sign in to see this." },
  "not found": {
    status: 404,
    title: "Page not found",
    says: "If you typed the address, check that it is right. If you followed a link to something you expected to see, you may need to sign in with another email address, or your access may have ended.",
  },
  "not allowed": {
    status: 403,
    title: "You cannot do this",
    says: "Your role does not include this. Ask the lead of your organisation.",
  },
  "not possible now": {
    status: 409,
    title: "This is not possible now",
    says: "Something has moved on since you opened the page.",
  },
  "not complete": { status: 422, title: "Something is still missing", says: "Nothing was sent." },
  "not valid": { status: 422, title: "There is a problem", says: "Nothing was saved." },
  "personal data": { status: 422, title: "This may identify a person", says: "Nothing was saved." },
  "changed by someone else": {
    status: 409,
    title: "Somebody else changed this",
    says: "Nothing of yours was saved yet.",
  },
  "key used for something else": {
    status: 422,
    title: "This was used for something else",
    says: "The key of this request was used before, for another request. Nothing was done.",
  },
  "too late": { status: 409, title: "It is too late", says: "Nothing was changed." },
  "too large": {
    status: 413,
    title: "This is too large",
    says: "Nothing was saved. Shorten the text, then try again.",
  },
  "too many tries": { status: 429, title: "Too many tries", says: "Wait a few minutes, then try again." },
  busy: { status: 503, title: "Try again", says: "Nothing was changed. Wait a few seconds, then try again." },
}

/** More than anybody mends at a time: an answer stays small, whatever was sent. */
const mostProblems = 100

const isApi = (c: Context) => c.req.path.startsWith("/api/")

/** The one place where what went wrong becomes an answer: a refusal in its words, anything else a fault with a number. */
export const answerError: ErrorHandler<Base> = (error, c) => {
  if (error instanceof Refused) return answerRefusal(c, error)
  if (error instanceof HTTPException && error.status < 500)
    return answerRefusal(c, new Refused("not understood"))
  const { requestId, world } = c.var
  world.log.error("fault", { requestId, method: c.req.method, name: error.name, stack: error.stack })
  const says = `We could not do this. It is our fault, and it has been reported. If you were saving, what you typed may not have been saved. Tell us this number: ${requestId}.`
  return isApi(c)
    ? problem(c, 500, { title: "Sorry, there is a problem with the service", detail: says, requestId })
    : c.html(<Message c={c} title="Sorry, there is a problem with the service" says={says} />, 500)
}

export const notFound: NotFoundHandler<Base> = (c) => answerRefusal(c, new Refused("not found"))

const answerRefusal = (c: Context<Base>, { refusal, details }: Refused) => {
  const { status, title, says } = refusalWords[refusal]
  const { retryAfterSeconds, clashes, asks } = details
  const problems = details.problems?.slice(0, mostProblems)
  if (retryAfterSeconds) c.header("retry-after", String(retryAfterSeconds))
  if (isApi(c))
    return problem(c, status, { refusal, title, detail: details.says ?? says, problems, clashes, asks })
  if (refusal === "not signed in") return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)
  return c.html(
    <Message
      c={c}
      title={title}
      says={details.says ?? says}
      problems={problems?.map((one) => one.says)}
      back={refusal === "not found" ? undefined : backTo(c)}
    />,
    status,
  )
}

const problem = (c: Context, status: ContentfulStatusCode, { refusal, ...rest }: Record<string, unknown>) => {
  const slug = typeof refusal === "string" ? refusal.replaceAll(" ", "-") : "fault"
  return c.body(JSON.stringify({ type: `/problems/${slug}`, status, ...rest }), status, {
    "content-type": "application/problem+json",
  })
}

/** After something was refused: the submission or the return that it was about. A page that is not there leads nowhere. */
const backTo = ({ req }: Context<Base>) => {
  const [, href] = /^(\/organisations\/[^/]+\/(?:submissions|returns)\/[^/]+)\/./.exec(req.path) ?? []
  return req.method === "POST" && href ? { href, text: "Back to it" } : undefined
}

const Message = ({
  c,
  title,
  says,
  problems,
  back,
}: {
  c: Asking
  title: string
  says: string
  problems?: string[]
  back?: { href: string; text: string }
}) => (
  <Page c={c} title={title} back={back}>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">{says}</p>
    {problems && problems.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {problems.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    )}
    <Contact c={c} />
  </Page>
)

/** Who to ask, by name and telephone: somebody answers it on working days. */
export const Contact = ({ c }: { c: Asking }) => {
  const { name, email, phone } = c.var.world.settings.contact
  return (
    <p class="govuk-body">
      Ask the {name}: telephone {phone} or email{" "}
      <a class="govuk-link" href={`mailto:${email}`}>
        {email}
      </a>
      .
    </p>
  )
}
