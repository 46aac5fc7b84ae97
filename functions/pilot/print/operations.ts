import * as z from "zod"
import { briefAt, handoverAt, highlightAt } from "../../../shared/web/coaching/addresses.ts"
import type { C, Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { briefHere, handoverHere, highlightHere, type Printed } from "./desk.ts"

const tag = "Pages made from the record"

const gives = z.object({
  title: z.string(),
  parts: z.array(
    z.object({
      heading: z.string(),
      lines: z.array(z.object({ says: z.string(), more: z.string().optional() })),
    }),
  ),
})

const made = (id: string, path: string, summary: string, here: (c: C) => Promise<Printed>) =>
  operation<Inside, unknown>({
    id,
    method: "get",
    path,
    tag,
    summary,
    gives,
    does: async (c) => {
      const { title, parts } = await here(c)
      return { body: { title, parts: parts.map(({ heading, lines }) => ({ heading, lines })) } }
    },
  })

const [organisation, phase] = [":organisation", ":phase"]

export const printOperations: Operation<Inside>[] = [
  made(
    "readBrief",
    briefAt(organisation, phase),
    "What to know before the next visit: what moved, what is late, what they asked for, what is open",
    briefHere,
  ),
  made(
    "readHandover",
    handoverAt(organisation, phase),
    "Everything that whoever comes next needs, when a coach, a lead or a site leaves",
    handoverHere,
  ),
  made(
    "readHighlight",
    highlightAt(organisation, phase, ":month"),
    "One month of a site, made from its record: the same for everybody who may read of it",
    highlightHere,
  ),
]
