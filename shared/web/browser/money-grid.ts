/** Totals that follow the typing. What cannot be read counts as nothing here: the server says what is wrong with it. */
export const followTotals = (table: HTMLTableElement) => {
  const cells = [...table.querySelectorAll<HTMLInputElement>("input[data-row]")]
  const total = (those: HTMLInputElement[]) => words(those.reduce((sum, { value }) => sum + pence(value), 0))

  const refresh = () => {
    for (const place of table.querySelectorAll<HTMLElement>("[data-row-total]"))
      place.textContent = total(cells.filter(({ dataset }) => dataset.row === place.dataset.rowTotal))
    for (const place of table.querySelectorAll<HTMLElement>("[data-column-total]"))
      place.textContent = total(cells.filter(({ dataset }) => dataset.column === place.dataset.columnTotal))
    const whole = table.querySelector("[data-total] strong")
    if (whole) whole.textContent = total(cells)
  }
  table.addEventListener("input", refresh)
}

const pence = (typed: string) => {
  const [, pounds = "", part = ""] = typed.replace(/[£,\s]/g, "").match(/^(\d{1,9})(?:\.(\d{1,2}))?$/) ?? []
  return pounds === "" ? 0 : Number(pounds) * 100 + Number(part.padEnd(2, "0"))
}

const words = (amount: number) => {
  const whole = Math.floor(amount / 100).toLocaleString("en-GB")
  const rest = amount % 100
  return rest ? `£${whole}.${String(rest).padStart(2, "0")}` : `£${whole}`
}
