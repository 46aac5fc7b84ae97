import { Unzip, type UnzipFile, UnzipInflate } from "fflate"
import { damaged, Unreadable } from "./unreadable.ts"

/** As much as a workbook of ours could ever be, several times over: whoever sends more is stopped at once. */
export const limits = { entries: 200, each: 20_000_000, all: 30_000_000, ratio: 200, first: 1_000_000 }

/** So little at a time that what it unpacks to stays small, however well it is packed. */
const piece = 8_192

type Taking = (bytes: Uint8Array, last: boolean) => void

const tooMuch = () =>
  new Unreadable(
    "The file unpacks to far more than this return could hold. Download the workbook again and fill that in",
  )

/** Unpacks part after part; `taker` says what is done with each, or nothing where it is not looked at. */
export const unzipped = (bytes: Uint8Array, taker: (name: string) => Taking | undefined) => {
  const names = new Set<string>()
  let all = 0
  const each = (file: UnzipFile) => {
    if (names.has(file.name)) throw damaged()
    names.add(file.name)
    if (names.size > limits.entries) throw tooMuch()
    const take = taker(file.name)
    if (!take) return
    let size = 0
    file.ondata = (error, chunk, last) => {
      if (error) throw error instanceof Unreadable ? error : damaged()
      size += chunk.length
      all += chunk.length
      const packed = file.size ?? bytes.length
      if (size > limits.each || all > limits.all) throw tooMuch()
      if (size > limits.first && size > packed * limits.ratio) throw tooMuch()
      take(chunk, last)
    }
    file.start()
  }
  const unzip = new Unzip(each)
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length; from += piece)
      unzip.push(bytes.subarray(from, from + piece), from + piece >= bytes.length)
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged()
  }
  if (names.size === 0) throw damaged()
}
