import { classNames } from "./class-names.ts"
import { type Content, isWords } from "./content.ts"

type NotificationBannerProps = {
  title?: Content
  type?: "success"
  /** The id of its title: a page with two banners names one of them. */
  id?: string
  children: Content
}

export const NotificationBanner = ({
  type,
  title = type === "success" ? "Success" : "Important",
  id = "govuk-notification-banner-title",
  children,
}: NotificationBannerProps) => (
  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles may be labelled
  <div
    class={classNames("govuk-notification-banner", type && `govuk-notification-banner--${type}`)}
    role={type === "success" ? "alert" : "region"}
    aria-labelledby={id}
    data-module="govuk-notification-banner"
  >
    <div class="govuk-notification-banner__header">
      <h2 class="govuk-notification-banner__title" id={id}>
        {title}
      </h2>
    </div>
    <div class="govuk-notification-banner__content">
      {isWords(children) ? <p class="govuk-notification-banner__heading">{children}</p> : children}
    </div>
  </div>
)
