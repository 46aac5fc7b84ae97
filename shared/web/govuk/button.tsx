import { classNames } from "./class-names.ts"
import { type Content, isWords } from "./content.ts"

type ButtonProps = {
  href?: string
  name?: string
  value?: string
  variant?: "secondary" | "warning" | "inverse"
  start?: boolean
  disabled?: boolean
  preventDoubleClick?: boolean
  id?: string
  formaction?: string
  children: Content
}

/** A button, or a link that looks like one where it has an address. Any other attribute passes through. */
export const Button = ({ variant, start, children, href, ...props }: ButtonProps) => {
  const { name, value, disabled, preventDoubleClick, ...attributes } = props
  const look = {
    class: classNames("govuk-button", variant && `govuk-button--${variant}`, start && "govuk-button--start"),
    "data-module": "govuk-button",
  }
  const inside = (
    <>
      {start && !isWords(children) ? <span>{children}</span> : children}
      {start && <StartIcon />}
    </>
  )
  if (href)
    return (
      // biome-ignore lint/a11y/useSemanticElements: a link stays a link; govuk-frontend gives it the keys of a button
      <a href={href} role="button" draggable="false" {...look} {...attributes}>
        {inside}
      </a>
    )
  return (
    <button
      type="submit"
      value={value}
      name={name}
      disabled={disabled}
      aria-disabled={disabled ? "true" : undefined}
      data-prevent-double-click={preventDoubleClick}
      {...look}
      {...attributes}
    >
      {inside}
    </button>
  )
}

export const ButtonGroup = ({ children }: { children: Content }) => (
  <div class="govuk-button-group">{children}</div>
)

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)
