import { html } from "hono/html"
import type { Child } from "hono/jsx"
import { dayMomentWords } from "../values/london.ts"
import { assets } from "./assets.ts"
import type { Asking } from "./env.ts"
import { BackLink } from "./govuk/back-link.tsx"
import { Footer } from "./govuk/footer.tsx"
import { GenericHeader } from "./govuk/generic-header.tsx"
import { PhaseBanner } from "./govuk/phase-banner.tsx"
import { ServiceNavigation } from "./govuk/service-navigation.tsx"
import { SkipLink } from "./govuk/skip-link.tsx"

type PageProps = {
  c: Asking
  title: string
  back?: { href: string; text?: string }
  /** Begins the title with "Error: ". */
  wrong?: boolean
  /** Inside a form one goes forward or back: no sections to wander off to. */
  plain?: boolean
  wide?: boolean
  children: Child
}

/** A whole page, as all of ours look. */
export const Page = ({ c, title, back, wrong, plain, wide, children }: PageProps) => {
  const { world, nonce, actor } = c.var
  const { serviceName, demonstration, contact } = world.settings
  return html`<!DOCTYPE html>${(
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${wrong ? "Error: " : ""}${title === serviceName ? "" : `${title} – `}${serviceName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
        <script type="module" src={assets.js} nonce={nonce}></script>
      </head>
      <body class="govuk-template__body">
        <SkipLink>Skip to main content</SkipLink>
        <header class="govuk-template__header">
          <GenericHeader name={serviceName} href="/" />
          <ServiceNavigation items={plain ? [] : sectionsFor(c.req.path, actor !== undefined)} />
          {demonstration && (
            <div class="govuk-width-container">
              <PhaseBanner tag="Demonstration">
                This is not a live service. Here it is {dayMomentWords(world.now())}. What is not published is
                marked “(invented)”.
              </PhaseBanner>
            </div>
          )}
        </header>
        <div class="govuk-width-container">
          {back && <BackLink href={back.href}>{back.text ?? "Back"}</BackLink>}
          <main class="govuk-main-wrapper" id="main-content">
            {wide ? (
              children
            ) : (
              <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">{children}</div>
              </div>
            )}
          </main>
        </div>
        <footer class="govuk-template__footer">
          <Footer
            items={[
              { href: "/check-a-receipt", text: "Check a receipt" },
              { href: "/help", text: "Help" },
              { href: "/accessibility", text: "Accessibility statement" },
              { href: "/cookies", text: "Cookies" },
              { href: "/privacy", text: "Privacy" },
            ]}
          >
            <p>
              Need help? Telephone {contact.phone}, working days 9am to 5pm, or email{" "}
              <a class="govuk-footer__link" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            </p>
          </Footer>
        </footer>
      </body>
    </html>
  )}`
}

const sectionsFor = (path: string, signedIn: boolean) => {
  const items = signedIn
    ? [
        { text: "Your work", href: "/home" },
        { text: "Check a receipt", href: "/check-a-receipt" },
        { text: "Sign out", href: "/sign-out" },
      ]
    : [
        { text: "Rounds", href: "/" },
        { text: "Check a receipt", href: "/check-a-receipt" },
        { text: "Sign in", href: "/sign-in" },
      ]
  return items.map((item) => ({ ...item, current: item.href === path }))
}
