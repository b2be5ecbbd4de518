import type { Failure } from '../../domain/delivery.ts';

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

// The mail server does not know us, or asks for something that nobody configured: no mail's fault, and an operator can mend it.
const ABOUT_US = new Set([503, 530, 534, 535, 538]);

/** What an error of the SMTP client means for the mail it happened to. */
export function smtpFailureOf(error: unknown): Failure {
  const { code, responseCode, response, message } = error as SmtpError;
  const text = (response ?? message).slice(0, 500);
  if (responseCode !== undefined && responseCode !== 421 && code !== 'EAUTH' && !ABOUT_US.has(responseCode)) {
    if (responseCode >= 500) return { kind: 'refused', message: text };
    if (responseCode >= 400) return { kind: 'deferred', message: text };
  }
  // Without a reply this can only be an address that no server would be asked about.
  if (code === 'EENVELOPE' && responseCode === undefined) return { kind: 'refused', message: text };
  return { kind: 'unreachable', message: code === undefined ? text : `${code}: ${text}` };
}
