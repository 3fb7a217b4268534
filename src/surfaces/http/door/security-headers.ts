const csp =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/** What tells a browser to trust nothing but this server. */
export function securityHeaders(request: Request): readonly (readonly [string, string])[] {
  return [
    ['content-security-policy', csp],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['cache-control', 'no-store'],
    ...(request.url.startsWith('https:') ? [['strict-transport-security', 'max-age=31536000'] as const] : []),
  ];
}
