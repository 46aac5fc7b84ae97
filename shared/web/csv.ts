/** Rows as RFC 4180 has them, in UTF-8. What a spreadsheet would run as a formula begins with an apostrophe. */
export const csvOf = (rows: string[][]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")

const cell = (text: string) => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
