import { Duration } from "aws-cdk-lib"
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront"
import type { Construct } from "constructs"

/** For the files, which no function answers. What a function says itself stands: it knows its page better. */
export class ResponseHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string) {
    const override = false
    super(scope, id, {
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
          override,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: "Cross-Origin-Opener-Policy", value: "same-origin", override },
          { header: "Cross-Origin-Resource-Policy", value: "same-origin", override },
        ],
      },
    })
  }
}
