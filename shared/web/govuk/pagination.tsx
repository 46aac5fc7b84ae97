import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"

export type PageLink = { href: string; text?: Content; labelText?: Content }
export type PageItem = { number: number | string; href: string; current?: boolean } | { ellipsis: true }
type PaginationProps = { previous?: PageLink; next?: PageLink; items?: PageItem[] }

export const Pagination = ({ previous, next, items }: PaginationProps) => {
  const block = !items
  return (
    <nav class={classNames("govuk-pagination", block && "govuk-pagination--block")} aria-label="Pagination">
      {previous && <Arrow {...previous} to="prev" word="Previous" block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map(itemOf)}</ul>}
      {next && <Arrow {...next} to="next" word="Next" block={block} />}
    </nav>
  )
}

const itemOf = (item: PageItem) =>
  "ellipsis" in item ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={classNames("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={`Page ${item.number}`}
        aria-current={item.current ? "page" : undefined}
      >
        {item.number}
      </a>
    </li>
  )

type ArrowProps = PageLink & { to: "prev" | "next"; word: string; block: boolean }

const Arrow = ({ href, text, labelText, to, word, block }: ArrowProps) => {
  const plain = block && !labelText && "govuk-pagination__link-title--decorated"
  const iconFirst = block || to === "prev"
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={to}>
        {iconFirst && <Icon to={to} />}
        <span class={classNames("govuk-pagination__link-title", plain)}>
          {text ?? (
            <>
              {word}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {block && labelText && (
          <>
            {" "}
            <span class="govuk-visually-hidden">:</span>{" "}
            <span class="govuk-pagination__link-label">{labelText}</span>
          </>
        )}
        {!iconFirst && <Icon to={to} />}
      </a>
    </div>
  )
}

const Icon = ({ to }: { to: "prev" | "next" }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
)

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
}
