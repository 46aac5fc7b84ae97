import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client"
import type { IdentityProvider } from "../../../shared/web/world.ts"
import type { Attempt } from "./attempt.ts"

/** Seconds for one answer of the provider, and milliseconds for all that a page waits for: less than a function has. */
const waits = { once: 5, whole: 8000 }

/** `why` is a code, never what the provider or the browser sent. */
export type Failure = { failed: "no answer" | "not valid"; why: string }

export type Claims = { email?: unknown; email_verified?: unknown }

/** The department's identity provider, by OpenID Connect. What it says of itself is asked once for each process. */
export const providerOf = (identity: IdentityProvider, back: string) => {
  let asked: Promise<Configuration> | undefined
  const configuration = () => {
    asked ??= discovered(identity).catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }
  return {
    /** Where the browser goes to sign in. */
    start: ({ state, nonce, verifier }: Attempt): Promise<URL | Failure> =>
      orFailure(async () => {
        const found = await described(configuration())
        return buildAuthorizationUrl(found, {
          redirect_uri: back,
          scope: "openid email",
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
        })
      }),
    /** What the provider says of whoever came back with this query: checked whole, its signature too. */
    finish: (query: string, { state, nonce, verifier }: Attempt): Promise<Claims | Failure> =>
      orFailure(async () => {
        const tokens = await authorizationCodeGrant(
          await described(configuration()),
          new URL(`${back}${query}`),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        )
        const said = tokens.claims()
        return { email: said?.email, email_verified: said?.email_verified }
      }),
  }
}

const discovered = async ({ issuer, clientId, clientSecret, insecure }: IdentityProvider) => {
  const found = await discovery(new URL(issuer), clientId, undefined, clientSecretFor(clientSecret), {
    timeout: waits.once,
    [customFetch]: answered,
    execute: [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])],
  })
  if (new URL(found.serverMetadata().issuer).href !== new URL(issuer).href)
    throw Object.assign(new Error("The issuer is not of one directory"), { code: "ANOTHER_ISSUER" })
  return found
}

/** In the body where the provider takes it there, and otherwise in the header, which every provider has to take. */
const clientSecretFor = (secret: string): ClientAuth => {
  const [inBody, inHeader] = [ClientSecretPost(secret), ClientSecretBasic(secret)]
  return (as, ...rest) =>
    as.token_endpoint_auth_methods_supported?.includes("client_secret_post")
      ? inBody(as, ...rest)
      : inHeader(as, ...rest)
}

/** A whole answer, or none: a provider that breaks off half-way, or is out of order, has not answered. */
const answered: CustomFetch = async (url, options) => {
  try {
    const answer = await fetch(url, options as RequestInit)
    if (answer.status >= 500) throw new Error(`The provider answered ${answer.status}`)
    const body = await answer.arrayBuffer()
    return new Response(body.byteLength > 0 ? body : null, {
      status: answer.status,
      headers: answer.headers,
    })
  } catch (cause) {
    throw noAnswer(cause)
  }
}

const unanswered = "Unanswered"
const noAnswer = (cause?: unknown) =>
  Object.assign(new Error("The provider did not answer", { cause }), { name: unanswered })

/** Without its description of itself nothing can be asked of the provider, whatever is wrong with that. */
const described = (found: Promise<Configuration>) =>
  found.catch((error) => {
    throw noAnswer(error)
  })

const orFailure = async <Given>(work: () => Promise<Given>): Promise<Given | Failure> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(noAnswer()), waits.whole)
  try {
    return await Promise.race([work(), late.promise])
  } catch (error) {
    return { failed: causes(error).some(isUnanswered) ? "no answer" : "not valid", why: codeOf(error) }
  } finally {
    clearTimeout(timer)
  }
}

const isUnanswered = ({ name }: Error) => name === unanswered

const causes = (error: unknown): Error[] => (error instanceof Error ? [error, ...causes(error.cause)] : [])

/** The most telling code of an error and its causes: the provider's own word, or the library's. */
const codeOf = (error: unknown): string => {
  const codes = causes(error).flatMap((one) => {
    const { error: said, code } = one as { error?: unknown; code?: unknown }
    return [said, code].filter((each) => typeof each === "string")
  })
  return codes.find((one) => /^\w{1,60}$/.test(one)) ?? "unknown"
}
