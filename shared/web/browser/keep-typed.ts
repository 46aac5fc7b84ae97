import { differs, type Fields, type KeptHere } from "./kept.ts"

/**
 * What is typed survives a lost connection: kept in this browser as it is typed, offered when the page comes again
 * without it, forgotten once a page says that it is saved, after a day, and as somebody signs out.
 */
export const keepTyped = (page: Document, kept: KeptHere) => {
  kept.sweep()
  for (const one of page.querySelectorAll<HTMLElement>("[data-saved]"))
    kept.saved(one.dataset.saved ?? "", Number(one.dataset.savedAt))
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-keep]")) keepForm(page, form, kept)
  page.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => kept.forgetAll())
}

const keepForm = (page: Document, form: HTMLFormElement, kept: KeptHere) => {
  const key = form.dataset.keep ?? ""
  const at = Number(form.dataset.keepAt)
  const keep = () => kept.keep(key, at, fieldsOf(form))
  const tried = form.dataset.keepTried !== undefined
  if (!tried) kept.saved(key, at)
  const before = kept.find(key)
  if (before && tried) keep()
  else if (before && differs(before.fields, fieldsOf(form)))
    form.before(
      offer(
        page,
        before,
        () => bringBack(form, before.fields),
        () => kept.forget(key),
      ),
    )
  form.addEventListener("input", keep)
  form.addEventListener("submit", () => {
    if (kept.find(key)) kept.sent(key)
  })
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isTyped = (one: Element): one is Control =>
  one.matches("textarea[name], select[name], input[name]:not([type=hidden], [type=file], [type=submit])")

const isTicked = (one: Control): one is HTMLInputElement => one.type === "radio" || one.type === "checkbox"

const controlsOf = (form: HTMLFormElement) => [...form.elements].filter(isTyped)

const fieldsOf = (form: HTMLFormElement): Fields =>
  controlsOf(form)
    .filter((one) => !isTicked(one) || one.checked)
    .map((one) => [one.name, one.value])

/** Puts it where it was typed; gives back what has no place on the page any more. */
const bringBack = (form: HTMLFormElement, fields: Fields): string[] => {
  const controls = controlsOf(form)
  for (const one of controls) {
    const own = fields.filter(([name]) => name === one.name)
    if (isTicked(one)) one.checked = own.some(([, value]) => value === one.value)
    else if (own[0]) one.value = own[0][1]
    if (own.length > 0) one.closest("details")?.setAttribute("open", "")
    one.dispatchEvent(new Event("input", { bubbles: true }))
  }
  return fields
    .filter(([name, value]) => value.trim() !== "" && !controls.some((one) => one.name === name))
    .map(([, value]) => value)
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })

const offer = (
  page: Document,
  { typedAt }: { typedAt: number },
  bring: () => string[],
  forget: () => void,
) => {
  const box = page.createElement("div")
  box.className = "govuk-inset-text"
  box.setAttribute("role", "region")
  box.setAttribute("aria-label", "What you typed before")
  const words = page.createElement("p")
  words.className = "govuk-body"
  words.textContent = `You typed something here at ${clock.format(typedAt)} that is not saved. Only this browser has it.`
  const back = button(page, `Bring back what you typed at ${clock.format(typedAt)}`, () => {
    const left = bring()
    box.replaceChildren(...said(page, "It is back on the page. It is not saved yet.", left))
  })
  const away = button(page, "Forget it", () => {
    forget()
    box.remove()
  })
  box.append(words, back, away)
  return box
}

const button = (page: Document, text: string, does: () => void) => {
  const one = page.createElement("button")
  one.type = "button"
  one.className = "govuk-button govuk-button--secondary"
  one.textContent = text
  one.addEventListener("click", does)
  return one
}

const said = (page: Document, says: string, left: string[]) =>
  [says, ...(left.length > 0 ? ["This has no place on the page now:", ...left] : [])].map((text) => {
    const one = page.createElement("p")
    one.className = "govuk-body answer"
    one.textContent = text
    return one
  })
