const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Text for an element or an attribute. What XML cannot hold at all is left out. */
export const escaped = (text: string) =>
  [...text]
    .filter((one) => /[\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(one))
    .join("")
    .replace(/[&<>"]/g, (one) => named[one] ?? "")

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
