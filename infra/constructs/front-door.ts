import { CfnOutput } from "aws-cdk-lib"
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager"
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront"
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins"
import { Construct } from "constructs"
import { acknowledge } from "./acknowledge.ts"
import { ResponseHeaders } from "./response-headers.ts"
import type { ServiceSecrets } from "./service-secrets.ts"
import type { StaticFiles } from "./static-files.ts"

type FrontDoorProps = {
  domain: string
  certificate: ICertificate
  webAclArn: string
  apiHost: string
  files: StaticFiles
  secrets: ServiceSecrets
}

/** CloudFront adds no header whose name begins with `X-Edge-` or `X-Amz-`: a name like that fails the deployment. */
export const originKeyHeader = "x-origin-key"

/** Every header that the functions see besides CloudFront's own; ten at most. One that is not here never arrives. */
export const forwarded = [
  "Accept",
  "CloudFront-Viewer-Address",
  "Content-Type",
  "Idempotency-Key",
  "If-Match",
  "Origin",
  "Referer",
  "Sec-Fetch-Site",
  "User-Agent",
]

/** The only way in: filtered, over TLS 1.2 or better, and known to the functions by a header nobody else can send. */
export class FrontDoor extends Construct {
  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id)
    const { domain, certificate, webAclArn, files } = props
    const responseHeadersPolicy = new ResponseHeaders(this, "Headers")
    const file: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(files.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
    }
    const distribution = new Distribution(this, "Distribution", {
      domainNames: [domain],
      certificate,
      webAclId: webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      logBucket: files.logs,
      logFilePrefix: "front-door/",
      defaultBehavior: { ...this.pages(props), responseHeadersPolicy },
      additionalBehaviors: Object.fromEntries(files.paths.map((path) => [path, file])),
    })
    new CfnOutput(this, "PointTheDomainHere", { value: distribution.distributionDomainName })
    acknowledge(distribution, {
      finding: "CFR1",
      reason:
        "Council staff travel and work behind networks that come out abroad; sign-in protects, a map does not.",
      owner: "service team",
      lookAgain: "when attacks from abroad are seen",
    })
  }

  private pages({ apiHost, secrets }: FrontDoorProps): BehaviorOptions {
    return {
      origin: new HttpOrigin(apiHost, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [originKeyHeader]: secrets.edge.secretValue.unsafeUnwrap() },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new OriginRequestPolicy(this, "Forwarded", {
        headerBehavior: OriginRequestHeaderBehavior.allowList(...forwarded),
        cookieBehavior: OriginRequestCookieBehavior.all(),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      }),
    }
  }
}
