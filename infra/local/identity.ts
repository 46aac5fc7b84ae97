import { html } from "hono/html"
import { OAuth2Server } from "oauth2-mock-server"
import { roles, signsInWithDepartment } from "../../shared/domain/people/role.ts"
import type { Identity } from "../../shared/web/world.ts"
import { demonstrationPeople } from "./demonstration/people.ts"

/** `stop` takes no more, and does not wait for a browser that holds a connection. */
export type LocalIdentity = { identity: Identity; stop: () => void }

/** Somebody at the department whom nobody has invited. */
const uninvited = { email: "somebody-else@doh.example", name: "Somebody else at the department", does: "" }

const department = () => [
  ...demonstrationPeople()
    .filter(({ grants }) => grants.some(({ role }) => signsInWithDepartment(role)))
    .map(({ person: { email, name }, grants }) => ({
      email,
      name,
      does: grants.map(({ role }) => roles[role].words).join(", "),
    })),
  uninvited,
]

/**
 * The department's identity provider of a local run: it asks for no password, only who one is. It listens on this
 * machine alone, as another site than the service's (`localhost`, where that is 127.0.0.1), as a real one would be.
 */
export const startIdentity = async (): Promise<LocalIdentity> => {
  const server = new OAuth2Server()
  const { issuer, service } = server
  await issuer.keys.generate("ES256")
  const waiting = new Map<string, string>()
  const chosen = new Map<string, string>()

  service.on("beforeWellKnownOpenIdConfiguration", ({ body }) => {
    body.id_token_signing_alg_values_supported = ["ES256"]
    body.token_endpoint_auth_methods_supported = ["client_secret_post"]
  })
  service.on("beforeAuthorizeRedirect", ({ url }) => {
    const code = url.searchParams.get("code") ?? ""
    waiting.set(code, url.href)
    url.href = `${issuer.url}/choose?code=${code}`
  })
  service.on("beforeTokenSigning", ({ payload }, { body }) => {
    const email = chosen.get(body.code)
    Object.assign(payload, { sub: email, email, email_verified: true })
  })
  service.on("beforeResponse", (_, { body }) => chosen.delete(body.code))

  service.addRoute("GET", "/choose", ({ query }, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(String(choicePage(String(query.code))))
  })
  service.addRoute("GET", "/chosen", ({ query }, response) => {
    const [code, email] = [String(query.code), query.as]
    const back = waiting.get(code)
    if (!back) return void response.writeHead(404).end("This was chosen before. Begin again at the service.")
    waiting.delete(code)
    const url = new URL(back)
    if (typeof email === "string") chosen.set(code, email)
    else {
      url.searchParams.delete("code")
      url.searchParams.set("error", "access_denied")
    }
    response.writeHead(302, { location: url.href }).end()
  })
  await server.start(0, "127.0.0.1")
  const provider = {
    issuer: issuer.url ?? "",
    clientId: "pilot-programme",
    clientSecret: "a secret of nobody's",
    insecure: true as const,
  }
  return {
    identity: { name: "the department’s sign-in page (demonstration)", provider },
    stop: () => {
      server.stop().catch(() => {})
    },
  }
}

const choicePage = (code: string) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The department's sign-in (local run)</title>
</head>
<body>
<header><p><strong>Local run.</strong> This stands for the department's own sign-in page. Nothing here is deployed.</p></header>
<main><h1>Who are you?</h1>
<ul>${department().map(
  ({ email, name, does }) =>
    html`<li><a href="/chosen?${String(new URLSearchParams({ code, as: email }))}">${name}</a>: ${does || "has no invitation"} (${email})</li>`,
)}</ul>
<p><a href="/chosen?${String(new URLSearchParams({ code }))}">Do not sign in</a></p>
</main>
</body>
</html>
`
