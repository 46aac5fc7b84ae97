import { untilWords } from "../../shared/domain/calendar/window.ts"
import { dateWords } from "../../shared/values/london.ts"
import { workbookAt } from "../../shared/web/submission-addresses.ts"
import { bookOf } from "../../shared/workbook/layout.ts"
import { odsOf } from "../../shared/workbook/ods.ts"
import { xlsxOf } from "../../shared/workbook/xlsx.ts"
import { type C, load } from "./desk.ts"

export type Format = "xlsx" | "ods"

const types: Record<Format, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
}

export type File = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

export const fileNamed = (name: string, format: Format, bytes: Uint8Array<ArrayBuffer>): File => ({
  name: `${name}.${format}`,
  type: types[format],
  bytes,
})

/** The return as a workbook: with what was saved, or else what it begins with. */
export const workbookFile = async (c: C, format: Format): Promise<File> => {
  const { head, kind, facts, covers, occasion, organisation, visible, answers } = await load(c)
  const { settings, now } = c.var.world
  const book = bookOf({
    service: settings.serviceName,
    title: head.title,
    site: organisation.name,
    covers: `${dateWords(covers.from)} to ${dateWords(covers.to)}`,
    due: untilWords(occasion.window, now()),
    address: `${settings.origin}${workbookAt(organisation.id, head.reference)}`,
    organisation: organisation.id,
    kind: kind.id,
    edition: kind.edition,
    reference: head.reference,
    revision: head.revision,
    sections: visible,
    answers,
    begins: kind.begins?.(facts) ?? {},
  })
  return fileNamed(head.reference, format, format === "xlsx" ? xlsxOf(book) : odsOf(book))
}

export const giving = (c: C, { name, type, bytes }: File) =>
  c.body(bytes, 200, { "content-type": type, "content-disposition": `attachment; filename="${name}"` })

/** The same in JSON. */
export const inJson = ({ name, type, bytes }: File) => ({
  name,
  type,
  bytes: Buffer.from(bytes).toString("base64"),
})
