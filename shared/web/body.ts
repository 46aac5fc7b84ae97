import type { Context } from "hono"
import type * as z from "zod"
import { Refused } from "../domain/refused.ts"
import type { Entries } from "../form/question.ts"

/**
 * The fields of a page as they were typed; a file is no text. Where one name comes several times, as ticked
 * boxes do, each value has a field of its own: `groups.autism`.
 */
export const formOf = async (c: Context): Promise<Entries> => {
  const type = c.req.header("content-type") ?? ""
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type))
    throw new Refused("not understood")
  const body = await reading(c.req.parseBody({ all: true }))
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, given]): [string, string][] => {
      if (!Array.isArray(given)) return typeof given === "string" ? [[name, given]] : []
      return given.flatMap((one): [string, string][] =>
        typeof one === "string"
          ? [
              [name, one],
              [`${name}.${one}`, one],
            ]
          : [],
      )
    }),
  )
}

/** A JSON body by its schema: anything else is refused in words, and unknown members with it. */
export const jsonOf = async <Value>(c: Context, schema: z.ZodType<Value>): Promise<Value> => {
  const type = c.req.header("content-type") ?? ""
  if (!/^application\/json\b/i.test(type))
    throw new Refused("not understood", { says: "Send JSON, with the content type application/json." })
  return understood(schema, await reading(keepable(c)))
}

/** JSON of which every text can be kept: well formed, and under no name that an object keeps for itself. */
const keepable = async (c: Context): Promise<unknown> =>
  JSON.parse(await c.req.text(), (name, value) => {
    if (name === "__proto__") throw notKept(name, "There is nothing of this name")
    if (!name.isWellFormed() || (typeof value === "string" && !value.isWellFormed()))
      throw notKept(name.toWellFormed(), "Some of this text is damaged. Type it again")
    return value
  })

const notKept = (question: string, says: string) =>
  new Refused("not valid", { problems: [{ question: question || "body", says }] })

export const understood = <Value>(schema: z.ZodType<Value>, given: unknown): Value => {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Refused("not valid", {
    problems: parsed.error.issues.map(({ path, message }) => ({
      question: path.map(String).join(".") || "body",
      says: message,
    })),
  })
}

const reading = async <Value>(promise: Promise<Value>): Promise<Value> => {
  try {
    return await promise
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused("not understood", { says: "We could not read what was sent." })
  }
}
