/**
 * Rows as RFC 4180 has them, in UTF-8. What a spreadsheet would run as a formula begins with an apostrophe; a negative
 * number is none, and can be added up.
 */
export const csvOf = (rows: string[][]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")

const cell = (text: string) => {
  const runs = /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text)
  const plain = runs ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
