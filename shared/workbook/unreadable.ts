/** Thrown where a file cannot be taken as a workbook at all. What it says is for whoever chose the file. */
export class Unreadable extends Error {
  override readonly name = "Unreadable"
  readonly says: string

  constructor(says: string) {
    super(says)
    this.says = says
  }
}

export const damaged = () =>
  new Unreadable(
    "The file is damaged or is no workbook. Open it in your spreadsheet program, save it, then try again",
  )

export const mostBytes = 2_000_000
