import * as z from "zod"
import {
  type Evidence,
  evidence,
  evidenceStates,
  evidenceTypeNames,
} from "../../shared/domain/funding/evidence.ts"
import { fileName, stateWords } from "../../shared/domain/funding/evidence-words.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import type { Files } from "../../shared/web/world.ts"
import { addingAt, departmentFileAt, evidencePath, fileAt, takingAwayAt, uploadAt } from "./addresses.ts"
import { departmentFile, deskHere, fileHere, organisationIn } from "./here.ts"
import { addFile, openFile, slotFor, takeAway } from "./moves.ts"

const tag = "Evidence"
const [organisation, round, id] = [":organisation", ":round", ":id"]

const moved = z.object({
  id: z.string(),
  state: z.enum(Object.keys(evidenceStates) as [keyof typeof evidenceStates]),
})

const given = z.object({
  url: z.string().meta({ description: "Gives the file, as an attachment, for a minute" }),
  name: z.string(),
  type: z.enum(evidenceTypeNames),
  bytes: z.int(),
  sha256: z.string(),
})

const listed = evidence
  .pick({
    id: true,
    name: true,
    type: true,
    bytes: true,
    sha256: true,
    state: true,
    warnings: true,
    at: true,
  })
  .extend({ words: z.string(), by: z.string() })

const asListed = (one: Evidence) => ({
  id: one.id,
  name: one.name,
  type: one.type,
  bytes: one.bytes,
  sha256: one.sha256,
  state: one.state,
  words: stateWords(one),
  warnings: one.warnings,
  by: one.by.name,
  at: one.at,
})

const asGiven = async (one: Evidence, files: Files) => ({
  url: await openFile(one, files),
  name: fileName(one),
  type: one.type,
  bytes: one.bytes,
  sha256: one.sha256,
})

/** The files of a return, below the address of its organisation. */
export const siteEvidenceOperations = (files: Files): Operation<SignedIn>[] => [
  operation({
    id: "listEvidence",
    method: "get",
    path: evidencePath(organisation, round),
    tag,
    summary: "The files of a return, with how far each has come",
    gives: z.object({ round: z.string(), open: z.boolean(), files: z.array(listed) }),
    does: async (c) => {
      const { expected, open, files } = await deskHere(c)
      return { body: { round: expected.round, open, files: files.map(asListed) } }
    },
  }),
  operation<SignedIn, { name: string; type: string }>({
    id: "addEvidence",
    method: "post",
    path: addingAt(organisation, round),
    tag,
    summary: "Make a place for a file: what is in it, and its type",
    about: "The file itself is put straight into the store: ask for its upload.",
    keyed: true,
    asks: z.strictObject({
      name: z.string().max(1000).meta({ description: "What is in the file, in 100 characters or fewer" }),
      type: z.enum(evidenceTypeNames),
    }),
    gives: moved,
    status: 201,
    does: async (c, body, key) => {
      const made = await addFile(c, body, key as MoveKey)
      return { body: made, at: uploadAt(organisationIn(c), c.req.param("round") ?? "", made.id) }
    },
  }),
  operation({
    id: "uploadEvidence",
    method: "get",
    path: uploadAt(organisation, round, id),
    tag,
    summary: "Where to post the file, as multipart/form-data: these fields first, then the file as “file”",
    gives: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    does: async (c) => ({ body: (await slotFor(c, files)).slot }),
  }),
  operation({
    id: "openEvidence",
    method: "get",
    path: fileAt(organisation, round, id),
    tag,
    summary: "Where a file can be fetched, once it was found to be clean",
    gives: given,
    does: async (c) => ({ body: await asGiven(fileHere(c, await deskHere(c)), files) }),
  }),
  operation<SignedIn, Record<string, never>>({
    id: "takeEvidenceAway",
    method: "post",
    path: takingAwayAt(organisation, round, id),
    tag,
    summary: "Take a file away, which deletes it: not one that was part of what was sent",
    keyed: true,
    asks: z.strictObject({}),
    gives: moved,
    does: async (c, _, key) => ({
      body: await takeAway(c, files, key as MoveKey),
      at: evidencePath(organisationIn(c), c.req.param("round") ?? ""),
    }),
  }),
]

/** The same file for the coordinators and the department. */
export const departmentEvidenceOperations = (files: Files): Operation<SignedIn>[] => [
  operation({
    id: "openEvidenceOfSite",
    method: "get",
    path: departmentFileAt(organisation, ":phase", id),
    tag,
    summary: "Where a file of any site can be fetched",
    gives: given,
    does: async (c) => ({ body: await asGiven(await departmentFile(c), files) }),
  }),
]
