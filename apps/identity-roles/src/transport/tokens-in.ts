import type { IssuedTokens } from '../use-cases/session-tokens.ts';
import type { TokensDto } from './session.dto.ts';

/** The part of an answer that is about tokens: browsers, which have them in cookies, are told no more than when to come back. */
export function tokensIn(transport: 'cookie' | 'bearer', { accessToken, expiresAt, refresh }: IssuedTokens): TokensDto {
  const until = { expiresAt: expiresAt.toISOString() };
  if (transport === 'cookie') return until;
  return { ...until, accessToken, ...(refresh && { refreshToken: refresh.refreshToken }) };
}
