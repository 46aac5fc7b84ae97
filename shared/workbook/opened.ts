import type { Found } from "./found.ts"
import { readCsv } from "./read-csv.ts"
import { password, readOds } from "./read-ods.ts"
import { readXlsx } from "./read-xlsx.ts"
import { damaged, mostBytes, Unreadable } from "./unreadable.ts"

const begins = (bytes: Uint8Array, marks: number[]) => marks.every((mark, at) => bytes[at] === mark)
const zip = [0x50, 0x4b, 0x03, 0x04]
const ole = [0xd0, 0xcf, 0x11, 0xe0]

/** A file by what it is, whatever it is called. Whatever is wrong with it is said in words. */
export const opened = (name: string, bytes: Uint8Array): Found => {
  if (bytes.length === 0) throw new Unreadable("The file is empty")
  if (bytes.length > mostBytes) throw new Unreadable("The file must be smaller than 2 MB")
  try {
    if (begins(bytes, zip)) return isOds(bytes) ? readOds(bytes) : readXlsx(bytes)
    if (begins(bytes, ole))
      throw new Unreadable(
        /\.xls$/i.test(name)
          ? "The file is of an old kind of Excel. Save it as an Excel workbook (.xlsx), then try again"
          : password,
      )
    if (/\.csv$/i.test(name)) return readCsv(bytes)
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged()
  }
  throw new Unreadable(
    "The file must be an Excel workbook (.xlsx), an OpenDocument spreadsheet (.ods) or CSV",
  )
}

/** The type of an ODS file stands at its beginning, unpacked; of one saved otherwise, somewhere near. */
const isOds = (bytes: Uint8Array) => {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096))
  return (
    start.includes("opendocument.spreadsheet") || /mimetype|META-INF|content\.xml/.test(start.slice(30, 60))
  )
}
