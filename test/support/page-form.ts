/** The fields of a page as a browser would send them: what is typed, ticked or hidden in its form to an address. */
export const fieldsIn = (page: string, action: string): Record<string, string> => {
  const form = [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].find(
    ([, tag = ""]) => attribute(tag, "action") === action,
  )
  if (!form) throw new Error(`There is no form to ${action} on this page`)
  const fields: Record<string, string> = {}
  for (const [, input, textarea, text] of (form[2] ?? "").matchAll(
    /<input\b([^>]*?)\/?>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    if (textarea !== undefined) {
      // A browser drops the first newline in a textarea, and sends each of the others as two characters.
      fields[attribute(textarea, "name") ?? ""] = plain(text ?? "")
        .replace(/^\n/, "")
        .replaceAll("\n", "\r\n")
      continue
    }
    const type = attribute(input ?? "", "type") ?? "text"
    const name = attribute(input ?? "", "name") ?? ""
    if (type === "file" || (/^(?:radio|checkbox)$/.test(type) && !/\schecked\b/.test(input ?? ""))) continue
    const value = attribute(input ?? "", "value") ?? ""
    // Ticked boxes of one name each come as a field of their own, as the page's reader makes them.
    if (type === "checkbox" && fields[name] !== undefined) fields[`${name}.${value}`] = value
    fields[name] = value
    if (type === "checkbox") fields[`${name}.${value}`] = value
  }
  return fields
}

const attribute = (tag: string, name: string) => {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
  return found === undefined ? undefined : plain(found)
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" }
export const plain = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "")
