/** The names that apply, as one class attribute. */
export const classNames = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(" ")
