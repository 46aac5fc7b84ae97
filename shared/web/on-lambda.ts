import { randomBytes } from "node:crypto"
import { Logger } from "@aws-lambda-powertools/logger"
import { getSecret } from "@aws-lambda-powertools/parameters/secrets"
import * as z from "zod"
import { clientFor, tableOn } from "../store/table.ts"
import { issuer } from "../values/issuer.ts"
import type { Unkeyed, World } from "./world.ts"

/** What the stack tells a function. */
const environment = z.object({
  TABLE: z.string(),
  ORIGIN: z.url(),
  SERVICE_NAME: z.string(),
  PROGRAMME: z.string(),
  DEMONSTRATION: z.enum(["yes", "no"]).default("no"),
  CONTACT_NAME: z.string(),
  CONTACT_EMAIL: z.email(),
  CONTACT_PHONE: z.string(),
  /** Where paper can be sent to, its lines parted by commas. */
  CONTACT_ADDRESS: z.string(),
  /** How the department's own sign-in is called, where there is one. */
  IDENTITY_NAME: z.string().optional(),
})

/** Secrets come by name: their values are fetched once, as a function starts. */
const secrets = z.object({ LINK_KEY_SECRET: z.string() })
const edge = z.object({ EDGE_SECRET: z.string().optional() })

const provider = z.object({
  IDENTITY_ISSUER: issuer,
  IDENTITY_CLIENT_ID: z.string().min(1),
  IDENTITY_SECRET: z.string(),
})

/** The world as it is on AWS: both times are the machine's. */
export const systemWorld = async (given: Environment): Promise<World> => {
  const { LINK_KEY_SECRET } = secrets.parse(given)
  const [world, linkKey] = await Promise.all([unlinkedWorld(given), getSecret(LINK_KEY_SECRET)])
  return { ...world, settings: { ...world.settings, linkKey: z.string().min(32).parse(linkKey) } }
}

/** The same with what the department's sign-in takes, where there is one. */
export const departmentWorld = async (given: Environment): Promise<World> => {
  const world = await systemWorld(given)
  const { identity } = world.settings
  if (!identity) return world
  const env = provider.parse(given)
  const clientSecret = z
    .string()
    .min(1)
    .parse(await getSecret(env.IDENTITY_SECRET))
  const told = { issuer: env.IDENTITY_ISSUER, clientId: env.IDENTITY_CLIENT_ID, clientSecret }
  return { ...world, settings: { ...world.settings, identity: { ...identity, provider: told } } }
}

/** For what answers the edge and makes no links: it has a key of its own in that place, which opens nothing. */
export const unlinkedWorld = async (given: Environment): Promise<World> => {
  const { EDGE_SECRET } = edge.parse(given)
  const [world, edgeKey] = await Promise.all([
    unkeyedWorld(given),
    EDGE_SECRET === undefined ? undefined : getSecret(EDGE_SECRET),
  ])
  return {
    ...world,
    settings: {
      ...world.settings,
      linkKey: randomBytes(32).toString("base64url"),
      ...(edgeKey !== undefined && { edgeKey: z.string().min(16).parse(edgeKey) }),
    },
  }
}

/** The same without a secret. */
export const unkeyedWorld = async (given: Environment): Promise<Unkeyed> => {
  const env = environment.parse(given)
  const logger = new Logger({ serviceName: env.SERVICE_NAME })
  const now = () => new Date()
  return {
    now,
    machineNow: now,
    table: tableOn(clientFor(), env.TABLE),
    random: randomBytes,
    settings: {
      origin: env.ORIGIN,
      serviceName: env.SERVICE_NAME,
      programme: env.PROGRAMME,
      demonstration: env.DEMONSTRATION === "yes",
      contact: {
        name: env.CONTACT_NAME,
        email: env.CONTACT_EMAIL,
        phone: env.CONTACT_PHONE,
        address: env.CONTACT_ADDRESS,
      },
      ...(env.IDENTITY_NAME !== undefined && { identity: { name: env.IDENTITY_NAME } }),
    },
    log: {
      info: (message, fields = {}) => logger.info(message, fields),
      error: (message, fields = {}) => logger.error(message, fields),
    },
  }
}

type Environment = Record<string, string | undefined>

/** The handler that Lambda calls. There its world is made as the function starts; elsewhere nothing is, until it is called. */
export const onLambda = <Given, Event, Context, Result>(
  make: (world: Given) => (event: Event, context: Context) => Promise<Result>,
  env: Environment,
  worldFrom: (env: Environment) => Promise<Given>,
) => {
  let made: Promise<(event: Event, context: Context) => Promise<Result>> | undefined
  const start = () => {
    made ??= worldFrom(env).then(make)
    return made
  }
  if (env.AWS_LAMBDA_FUNCTION_NAME) start().catch(() => undefined)
  return async (event: Event, context: Context): Promise<Result> => (await start())(event, context)
}
