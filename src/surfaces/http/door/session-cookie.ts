const cookieName = 'deploy_ledger_session';
/** What we give out: 256 bits in base64url. */
const secretForm = /^[\w-]{43}$/;

/** The session that a browser says it is in; undefined when it says nothing that could be one of ours. */
export function sessionSecretIn(request: Request): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    if (name === cookieName && secretForm.test(value)) return value;
  }
  return undefined;
}

/**
 * A cookie that no script can read and no other site's page makes a browser send; `seconds` it lasts, 0 to take it back. On an
 * encrypted connection it is for such only.
 */
export function sessionCookie(request: Request, secret: string, seconds: number): string {
  const secure = request.url.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
