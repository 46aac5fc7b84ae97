import * as z from "zod"
import { coachingOperations } from "../functions/coaching/operations.ts"
import { decisionsOperations } from "../functions/decisions/operations.ts"
import { departmentOperations } from "../functions/department/operations.ts"
import { evaluationOperations } from "../functions/evaluation/operations.ts"
import { departmentEvidenceOperations, siteEvidenceOperations } from "../functions/evidence/operations.ts"
import { findingsOperations } from "../functions/findings/operations.ts"
import { peopleOperations, programmePeopleOperations } from "../functions/front/operations/people.ts"
import { publicOperations } from "../functions/front/operations/public.ts"
import { fundingOperations } from "../functions/funding/operations.ts"
import { learningOperations, publicLearningOperations } from "../functions/learning/operations.ts"
import { moneyOperations } from "../functions/money/operations.ts"
import { payingOperations } from "../functions/paying/operations.ts"
import { evaluationPlanOperations } from "../functions/pilot/evaluation-plan/operations.ts"
import { pilotOperations } from "../functions/pilot/operations.ts"
import { planningOperations } from "../functions/planning/app.ts"
import { programmeOperations } from "../functions/programme/operations.ts"
import { siteOperations } from "../functions/site/operations.ts"
import { storiesOperations } from "../functions/stories/operations.ts"
import { supportOperations } from "../functions/support/operations.ts"
import { tallyOperations } from "../functions/tally/operations.ts"
import { voiceOperations } from "../functions/voice/operations.ts"
import { workbookOperations } from "../functions/workbook/operations.ts"
import { type Refusal, refusals } from "../shared/domain/refused.ts"
import { kindIds, kindOf } from "../shared/kinds/index.ts"
import { refusalWords } from "../shared/web/errors.tsx"
import type { Operation } from "../shared/web/operation.ts"

// biome-ignore lint/suspicious/noExplicitAny: an operation's environment says nothing about its description
type AnyOperation = Operation<any>

const missing = () => Promise.reject(new Error("Only described here"))
const noFiles = { uploadTo: missing, downloadFrom: missing, remove: missing }

/** Every operation of the JSON API, in the order of the document. */
export const operations: AnyOperation[] = [
  ...publicOperations,
  ...siteOperations,
  ...peopleOperations,
  ...programmePeopleOperations,
  ...programmeOperations,
  ...planningOperations,
  ...departmentOperations,
  ...decisionsOperations,
  ...fundingOperations,
  ...payingOperations,
  ...moneyOperations,
  ...workbookOperations,
  ...siteEvidenceOperations(noFiles),
  ...departmentEvidenceOperations(noFiles),
  ...coachingOperations,
  ...pilotOperations,
  ...supportOperations,
  ...learningOperations,
  ...publicLearningOperations,
  ...evaluationPlanOperations,
  ...evaluationOperations,
  ...storiesOperations,
  ...tallyOperations,
  ...findingsOperations,
  ...voiceOperations,
]

/** The OpenAPI 3.1 document, from the same operations that answer. */
export const openapi = () => ({
  openapi: "3.1.0",
  info: {
    title: "Pilot programme",
    version: "1",
    description:
      "The same operations as the pages, at the same addresses below /api. Refusals are application/problem+json (RFC 9457). Moves that create, send, sign or invite carry an Idempotency-Key: the same key again has one effect and gives the same answer.",
  },
  servers: [{ url: "/api" }],
  security: [{ session: [] }],
  tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
  paths: Object.fromEntries(
    [...new Set(operations.map(({ path }) => path))].map((path) => [
      path.replace(/:(\w+)/g, "{$1}"),
      Object.fromEntries(
        operations.filter((one) => one.path === path).map((one) => [one.method, described(one)]),
      ),
    ]),
  ),
  components: {
    securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-session" } },
    schemas: { Problem: problem, ...answerSchemas() },
  },
})

const described = (one: AnyOperation) => ({
  operationId: one.id,
  tags: [one.tag],
  summary: one.summary,
  ...(one.about && { description: one.about }),
  ...(one.open && { security: [] }),
  parameters: [
    ...[...one.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    ...Object.entries(one.query ?? {}).map(([name, description]) => ({
      name,
      in: "query",
      description,
      schema: { type: "string" },
    })),
    ...(one.keyed ? [keyParameter] : []),
  ],
  ...(one.asks && {
    requestBody: { required: true, content: { "application/json": { schema: schemaOf(one.asks, "input") } } },
  }),
  responses: {
    [one.status ?? 200]: {
      description: "Done",
      ...(one.keyed && { headers: { location: { schema: { type: "string" }, description: "Where it is" } } }),
      content: { "application/json": { schema: schemaOf(one.gives, "output") } },
    },
    ...refusalResponses(one),
  },
})

const keyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "16 to 64 letters, figures, - or _: a new one for each move, the same one for each try",
  schema: { type: "string", pattern: "^[A-Za-z0-9_-]{16,64}$" },
}

/** The refusals an operation may give, by status: what is open to all knows no sign-in. */
const refusalResponses = (one: AnyOperation) => {
  const possible = refusals.filter(
    (refusal) => !one.open || (refusal !== "not signed in" && refusal !== "not allowed"),
  )
  const statuses = [...new Set(possible.map((refusal) => refusalWords[refusal].status))].sort()
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: titles(possible, status),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  )
}

const titles = (possible: Refusal[], status: number) =>
  possible
    .filter((refusal) => refusalWords[refusal].status === status)
    .map((refusal) => refusalWords[refusal].title)
    .join("; ")

const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" })
  return rest
}

const text = { type: "string" }

const problem = {
  type: "object",
  required: ["type", "status", "title", "detail"],
  properties: {
    type: {
      ...text,
      enum: [...refusals.map((one) => `/problems/${one.replaceAll(" ", "-")}`), "/problems/fault"],
    },
    status: { type: "integer" },
    title: text,
    detail: text,
    problems: {
      type: "array",
      description: "Each thing that is wrong, in words, beside its cause",
      items: {
        type: "object",
        required: ["question", "says"],
        properties: { section: text, question: text, part: text, says: text },
      },
    },
    clashes: {
      type: "array",
      description: "Answers that somebody else changed since, as they are saved now",
      items: { type: "object", properties: { question: text, theirs: text, by: text, at: text } },
    },
    asks: {
      type: "array",
      description: "Findings to be cleared by their mark, with a reason",
      items: { type: "object", properties: { question: text, mark: text, says: text } },
    },
    requestId: text,
  },
}

/** What the answers of each section look like, with everything that a round can switch on. */
const answerSchemas = () =>
  Object.fromEntries(
    kindIds.flatMap((id) => {
      const kind = kindOf(id)
      return kind.sections(kind.sample).map((section) => [
        `${id}.${section.id}`,
        {
          type: "object",
          title: section.title,
          description:
            "Held to on every save; what is missing is asked for only on sending. Checks between answers are not in this schema.",
          properties: Object.fromEntries(
            Object.entries(section.asks).map(([key, question]) => [
              key,
              { description: question.label, ...schemaOf(question.schema, "input") },
            ]),
          ),
        },
      ])
    }),
  )
