import { betterAuth } from 'better-auth'
import type { Door } from '#store/door.ts'
import { LIMITS } from '#vocabulary/index.ts'

/** How sign-in is set up. */
export interface SignInSettings {
  /** Signs the cookies. */
  secret: string
  /** The address that people use, where one is set; https makes the cookies Secure. */
  publicUrl?: string
}

/** The header in which our own server tells better-auth who calls; one sent by the caller is dropped. */
export const CALLER_ADDRESS_HEADER = 'x-enishi-caller-address'

const DAY_S = 24 * 60 * 60

/**
 * Sign-in with e-mail and password by better-auth, in the role and schema of the accounts. Nobody
 * signs up by themselves. Attempts are limited in front of it (`auth-routes.ts`), by address and by
 * e-mail; better-auth's own limit knows only the former.
 */
export function openSignIn(door: Door, settings: SignInSettings) {
  return betterAuth({
    appName: 'Enishi',
    baseURL: settings.publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    secret: settings.secret,
    database: door.accountsPool,
    trustedOrigins: async (request) => (request === undefined ? [] : originsOf(request)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LIMITS.passwordCharsMin,
      maxPasswordLength: LIMITS.passwordCharsMax,
    },
    session: { expiresIn: 30 * DAY_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    user: { additionalFields: { language: { type: 'string', required: true, input: false } } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'enishi',
      ipAddress: { ipAddressHeaders: [CALLER_ADDRESS_HEADER] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
  })
}

export type SignIn = ReturnType<typeof openSignIn>

/** The Host was checked before; a proxy may speak TLS where we don't. */
function originsOf(request: Request): string[] {
  const { host } = new URL(request.url)
  return [`http://${host}`, `https://${host}`]
}
