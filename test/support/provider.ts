import { createHmac, generateKeyPairSync, sign } from "node:crypto"
import { OAuth2Server } from "oauth2-mock-server"
import type { Identity } from "../../shared/web/world.ts"

type Json = Record<string, unknown>

/** An identity provider that says what a test wants it to say. */
export const startProvider = async () => {
  const server = new OAuth2Server()
  await server.issuer.keys.generate("ES256")
  /** What it says in the next tokens, over what is right: `undefined` is left out. */
  let claims: Json = {}
  let forged: ((token: string) => string) | undefined
  let status = 200

  server.service.on("beforeWellKnownOpenIdConfiguration", ({ body }) => {
    body.id_token_signing_alg_values_supported = ["ES256"]
    body.token_endpoint_auth_methods_supported = ["client_secret_post"]
  })
  server.service.on("beforeTokenSigning", ({ payload }) => Object.assign(payload, claims))
  server.service.on("beforeResponse", (answer) => {
    answer.statusCode = status
    if (forged) answer.body.id_token = forged(answer.body.id_token)
  })
  await server.start(0, "127.0.0.1")
  const provider = {
    issuer: server.issuer.url ?? "",
    clientId: "the-service",
    clientSecret: "known to both",
    insecure: true as const,
  }
  const identity: Identity = { name: "the department’s own sign-in", provider }

  return {
    identity,
    /** The next who signs in is this, as the provider tells it. */
    is: (email: unknown, more: Json = {}) => {
      claims = { email, ...more }
      forged = undefined
      status = 200
    },
    /** The next tokens are not signed by this provider. */
    forges: (how: keyof typeof forgeries) => {
      forged = forgeries[how]
    },
    answersWith: (code: number) => {
      status = code
    },
    /** Goes where a browser is sent, and gives the address that it is sent back to. */
    visit: async (there: string) => {
      const answer = await fetch(there, { redirect: "manual" })
      return new URL(answer.headers.get("location") ?? "")
    },
    startAgain: () => server.start(Number(new URL(provider.issuer).port), "127.0.0.1"),
    stop: () => server.stop(),
  }
}
export type Provider = Awaited<ReturnType<typeof startProvider>>

const parts = (token: string) => {
  const [header = "", payload = ""] = token.split(".")
  return { header: JSON.parse(Buffer.from(header, "base64url").toString()) as Json, payload }
}
const encoded = (json: Json) => Buffer.from(JSON.stringify(json)).toString("base64url")

const forgeries = {
  "by another key under the same name": (token: string) => {
    const { privateKey: key } = generateKeyPairSync("ec", { namedCurve: "P-256" })
    const signed = token.slice(0, token.lastIndexOf("."))
    const by = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" })
    return `${signed}.${by.toString("base64url")}`
  },
  "by nobody": (token: string) => {
    const { header, payload } = parts(token)
    return `${encoded({ ...header, alg: "none" })}.${payload}.`
  },
  "with the secret that both know": (token: string) => {
    const { header, payload } = parts(token)
    const signed = `${encoded({ ...header, alg: "HS256" })}.${payload}`
    return `${signed}.${createHmac("sha256", "known to both").update(signed).digest("base64url")}`
  },
}
export type Forgery = keyof typeof forgeries
