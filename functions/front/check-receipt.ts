import type { Context } from "hono"
import { type Sent, sentIn } from "../../shared/domain/submissions/sent.ts"
import type { Problem } from "../../shared/form/question.ts"
import { limitsIn } from "../../shared/store/limits.ts"
import { type Proof, proofsIn } from "../../shared/store/proofs.ts"
import { sameText, sha256 } from "../../shared/values/hash.ts"
import { readReference } from "../../shared/values/reference.ts"
import type { Base } from "../../shared/web/env.ts"
import { bytesIn, receiptFile } from "../../shared/web/receipt-file.ts"
import { clientAddress } from "../../shared/web/secure.ts"

export type Checked =
  | { genuine: true; reference: string; version: number; at: string; altered?: true; said?: Sent }
  | { genuine: false; reference: string }
  | { problems: Problem[] }

type Given = { reference: string; code: string; file?: string }

/** More versions than one reference ever has: a receipt is looked for among them all. */
const versions = 1_000

/**
 * Genuine or not: by the exact bytes of a receipt file, or by a reference and its check code. Nothing else is told.
 * People read what stands above the bytes, so a file is held to all that we write in it: `altered` where it differs,
 * and what was really sent is given back from the bytes themselves.
 */
export const checkReceipt = async (
  c: Context<Base>,
  { reference: typed, code, file }: Given,
): Promise<Checked> => {
  const { world } = c.var
  await limitsIn(world.table, world.machineNow).spend(
    "receipt check by client",
    clientAddress(c.req.header("cloudfront-viewer-address")),
  )
  const held = file === undefined ? undefined : bytesIn(file)
  if (file !== undefined && !held)
    return { problems: [{ question: "file", says: "The selected file is not a receipt of this service" }] }
  const reference = readReference(held?.reference ?? typed)
  const hash = held ? sha256(held.bytes) : code.trim().toLowerCase()
  const problems = [
    ...(reference ? [] : [{ question: "reference", says: "Enter a reference, like NSW2-HAL-E-7K3PQ4" }]),
    ...(held || /^[0-9a-f]{64}$/.test(hash)
      ? []
      : [{ question: "code", says: "Enter the check code from the receipt: 64 figures and letters" }]),
  ]
  if (!reference || problems.length > 0) return { problems }
  const found = await proofOf(c, reference, hash)
  if (!found) return { genuine: false, reference }
  const altered = file !== undefined && held !== undefined && !isAsWritten(file, held, world.settings.origin)
  return {
    genuine: true,
    reference,
    version: found.version,
    at: found.at,
    ...(altered && { altered }),
    ...(held && { said: sentIn(held) }),
  }
}

/** Whether a file is what we write around these bytes. Line ends are as a mail program leaves them. */
const isAsWritten = (file: string, { bytes, reference, version }: Held, origin: string) => {
  const at = { reference, version, bytes, hash: sha256(bytes) }
  const said = sentIn(at)
  const ours = receiptFile({ ...at, at: said.sentAt, by: { name: said.sentBy } }, said, origin)
  return (
    file
      .replace(/^\ufeff/, "")
      .replaceAll("\r\n", "\n")
      .trim() === ours.trim()
  )
}

type Held = NonNullable<ReturnType<typeof bytesIn>>

const proofOf = async (c: Context<Base>, reference: string, hash: string): Promise<Proof | undefined> => {
  const proofs = await proofsIn(c.var.world.table).all(reference, versions)
  return proofs.find((one) => sameText(one.hash, hash))
}
