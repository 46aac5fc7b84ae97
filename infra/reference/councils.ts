import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod"
import { type Organisation, organisation } from "../../shared/domain/people/organisation.ts"

const listed = z.array(organisation.omit({ kind: true }))

/** England's councils with adult social care duties, as organisations: those of today, and those that have ended. */
export const councils = (): Organisation[] =>
  listed
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, "councils.json"), "utf8")))
    .map((one) => ({ ...one, kind: "council" }))
